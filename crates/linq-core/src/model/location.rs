use crate::Timestamp;

model! {
    /// The locations of the participants of a chat who share theirs with you.
    pub struct GetChatLocationResponse {
        /// A GeoJSON feature collection.
        pub data: ChatLocationData = always,
        /// True if the request succeeded.
        pub success: Option<bool> = always,
    }

    /// A GeoJSON feature collection.
    pub struct ChatLocationData {
        /// One feature for each participant who shares a location; empty if there is none, or before the first
        /// position is known.
        pub features: Vec<LocationFeature> = always,
        /// `FeatureCollection`.
        pub kind: Option<String> as "type" = always,
    }

    /// The location of one participant: a GeoJSON feature.
    pub struct LocationFeature {
        /// Position.
        pub geometry: LocationGeometry = always,
        /// Participant and time of the position.
        pub properties: LocationProperties = always,
        /// `Feature`.
        pub kind: Option<String> as "type" = always,
    }

    /// A position: a GeoJSON point.
    pub struct LocationGeometry {
        /// Longitude and latitude, in this order, in degrees.
        pub coordinates: Vec<f64> = always,
        /// `Point`.
        pub kind: Option<String> as "type" = always,
    }

    /// Properties of a location: participant, address and time.
    pub struct LocationProperties {
        /// Phone number (E.164) or e-mail address of the participant.
        pub handle: Option<String> = always,
        /// Street address.
        pub address: Option<String>,
        /// City or locality.
        pub locality: Option<String>,
        /// Time of the last update of the position. Apple updates it every few minutes; polling more often
        /// returns the same position.
        pub updated_at: Option<Timestamp>,
    }

    /// The response to requesting a location, and to stopping the sharing of one.
    pub struct LocationRequestResponse {
        /// Description of the result.
        pub message: Option<String> = always,
        /// True if the request succeeded.
        pub success: Option<bool> = always,
    }
}

impl LocationGeometry {
    /// Returns the longitude in degrees.
    #[must_use]
    pub fn longitude(&self) -> Option<f64> {
        self.coordinates.first().copied()
    }

    /// Returns the latitude in degrees.
    #[must_use]
    pub fn latitude(&self) -> Option<f64> {
        self.coordinates.get(1).copied()
    }
}
