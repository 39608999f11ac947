use crate::Timestamp;

model! {
    /// Where the people of a chat are who share that with you.
    pub struct GetChatLocationResponse {
        /// A GeoJSON feature collection.
        pub data: ChatLocationData = always,
        /// Whether the request succeeded.
        pub success: Option<bool> = always,
    }

    /// A GeoJSON feature collection.
    pub struct ChatLocationData {
        /// One for each person who shares; empty while nobody does, or before the first position.
        pub features: Vec<LocationFeature> = always,
        /// `FeatureCollection`.
        pub kind: Option<String> as "type" = always,
    }

    /// Where one person is: a GeoJSON feature.
    pub struct LocationFeature {
        /// The position.
        pub geometry: LocationGeometry = always,
        /// Who, and since when.
        pub properties: LocationProperties = always,
        /// `Feature`.
        pub kind: Option<String> as "type" = always,
    }

    /// A position: a GeoJSON point.
    pub struct LocationGeometry {
        /// Longitude and latitude in degrees, in this order.
        pub coordinates: Vec<f64> = always,
        /// `Point`.
        pub kind: Option<String> as "type" = always,
    }

    /// Whose position it is, and how old.
    pub struct LocationProperties {
        /// Their phone number (E.164) or e-mail address.
        pub handle: Option<String> = always,
        /// The street address.
        pub address: Option<String>,
        /// The city, or what stands for one.
        pub locality: Option<String>,
        /// When the position was last updated, which Apple decides: asking more often than every few
        /// minutes brings nothing new.
        pub updated_at: Option<Timestamp>,
    }

    /// The reply to asking for a location, and to ending a share.
    pub struct LocationRequestResponse {
        /// What was done, in words.
        pub message: Option<String> = always,
        /// Whether the request succeeded.
        pub success: Option<bool> = always,
    }
}

impl LocationGeometry {
    /// Degrees east of Greenwich.
    #[must_use]
    pub fn longitude(&self) -> Option<f64> {
        self.coordinates.first().copied()
    }

    /// Degrees north of the equator.
    #[must_use]
    pub fn latitude(&self) -> Option<f64> {
        self.coordinates.get(1).copied()
    }
}
