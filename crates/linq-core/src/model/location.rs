use crate::Timestamp;

model! {
    /// Where the people of a chat are who share that with you.
    pub struct GetChatLocationResponse {
        /// A GeoJSON feature collection.
        pub data: ChatLocationData,
        /// Whether the request succeeded.
        pub success: bool,
    }

    /// A GeoJSON feature collection.
    pub struct ChatLocationData {
        /// One for each person who shares; empty while nobody does, or before the first position.
        pub features: Vec<LocationFeature>,
        /// `FeatureCollection`.
        #[serde(rename = "type")]
        pub kind: String,
    }

    /// Where one person is: a GeoJSON feature.
    pub struct LocationFeature {
        /// The position.
        pub geometry: LocationGeometry,
        /// Who, and since when.
        pub properties: LocationProperties,
        /// `Feature`.
        #[serde(rename = "type")]
        pub kind: String,
    }

    /// A position: a GeoJSON point.
    pub struct LocationGeometry {
        /// Longitude and latitude in degrees, in this order.
        pub coordinates: Vec<f64>,
        /// `Point`.
        #[serde(rename = "type")]
        pub kind: String,
    }

    /// Whose position it is, and how old.
    pub struct LocationProperties {
        /// Their phone number (E.164) or e-mail address.
        pub handle: String,
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
        pub message: String,
        /// Whether the request succeeded.
        pub success: bool,
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
