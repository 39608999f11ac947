/// Declares one endpoint: a struct with its [`Endpoint`](crate::Endpoint) impl, and a setter on
/// [`Call`](crate::Call) for each optional field.
///
/// ```text
/// endpoint! {
///     /// What it does. Verb, path and name are added to the documentation.
///     pub struct AddParticipant = POST "/v3/chats/{chat_id}/participants" -> OperationAccepted;
///     name: "chats.participants.add",
///     repeat: Converging,
///     key: message.idempotency_key,     // where the idempotency key goes, if there is one
///     final: [ServiceUnavailable],      // codes that are not worth a retry here, if any
///     check: Self::rules,               // what to check before sending, if anything
///     pace: |call| vec![…],             // what it is counted under, if it may not be made at will
///     path { chat_id: ChatId }          // in the order of the template
///     query { … } query* { … } query? { … }   // required, optional lists, optional
///     header? { idempotency_key: IdempotencyKey = "Idempotency-Key" }   // no setters are made
///     body { handle: Handle } body* { … } body? { … }
/// }
/// ```
macro_rules! endpoint {
    (
        $(#[doc = $doc:literal])+
        pub struct $name:ident = $method:ident $template:literal $(-> $response:ty)?;
        name: $official:literal,
        repeat: $repeat:ident,
        $(key: $($key:ident).+,)?
        $(final: [$($final:ident),+ $(,)?],)?
        $(check: $check:expr,)?
        $(pace: $pace:expr,)?
        $(path { $($(#[doc = $pdoc:literal])+ $p:ident: $pt:ty),+ $(,)? })?
        $(query { $($(#[doc = $qdoc:literal])+ $q:ident: $qt:ty),+ $(,)? })?
        $(query* { $($(#[doc = $qldoc:literal])+ $ql:ident: $qlt:ty),+ $(,)? })?
        $(query? { $($(#[doc = $qodoc:literal])+ $qo:ident: $qot:ty),+ $(,)? })?
        $(header? { $($(#[doc = $hdoc:literal])+ $h:ident: $ht:ty = $hname:literal),+ $(,)? })?
        $(body { $($(#[doc = $bdoc:literal])+ $b:ident: $bt:ty),+ $(,)? })?
        $(body* { $($(#[doc = $bldoc:literal])+ $bl:ident: $blt:ty),+ $(,)? })?
        $(body? { $($(#[doc = $bodoc:literal])+ $bo:ident: $bot:ty),+ $(,)? })?
    ) => {
        $(#[doc = $doc])+
        ///
        #[doc = concat!("`", stringify!($method), " ", $template, "`, officially `", $official, "`.")]
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct $name {
            $($($(#[doc = $pdoc])+ pub $p: $pt,)+)?
            $($($(#[doc = $qdoc])+ pub $q: $qt,)+)?
            $($($(#[doc = $qldoc])+ pub $ql: Option<Vec<$qlt>>,)+)?
            $($($(#[doc = $qodoc])+ pub $qo: Option<$qot>,)+)?
            $($($(#[doc = $hdoc])+ pub $h: Option<$ht>,)+)?
            $($($(#[doc = $bdoc])+ pub $b: $bt,)+)?
            $($($(#[doc = $bldoc])+ pub $bl: Option<Vec<$blt>>,)+)?
            $($($(#[doc = $bodoc])+ pub $bo: Option<$bot>,)+)?
        }

        impl $name {
            /// The call with what it needs; optional fields are left out.
            #[must_use]
            #[allow(clippy::new_without_default)] // a call is made, not defaulted
            pub fn new($($($p: $pt,)+)? $($($q: $qt,)+)? $($($b: $bt,)+)?) -> Self {
                Self {
                    $($($p,)+)?
                    $($($q,)+)? $($($qo: None,)+)? $($($ql: None,)+)?
                    $($($h: None,)+)?
                    $($($b,)+)? $($($bo: None,)+)? $($($bl: None,)+)?
                }
            }
        }

        impl $crate::endpoint::Endpoint for $name {
            type Response = endpoint!(@response $($response)?);

            const INFO: &'static $crate::endpoint::EndpointInfo = &$crate::endpoint::EndpointInfo {
                name: $official,
                method: http::Method::$method,
                path: $template,
                #[cfg(feature = "schema-docs")]
                doc: concat!($($doc, "\n"),+),
                request: stringify!($name),
                response: concat!($(stringify!($response))?),
                response_schema: endpoint!(@schema $($response)?),
                response_may_be_absent: endpoint!(@may_be_absent $($response)?),
                #[cfg(feature = "schema-docs")]
                round_trip: $crate::endpoint::round_trip::<Self>,
                repeat: $crate::endpoint::Repeat::$repeat,
                final_codes: &[$($($crate::error::ErrorCode::$final),+)?],
                #[cfg(feature = "dynamic")]
                dynamic: $crate::endpoint::Dynamic::of::<Self>(),
                fields: &[
                    $($(endpoint!(@field Path true (stringify!($p)) (stringify!($pt)) [$pt] $($pdoc)+),)+)?
                    $($(endpoint!(@field Query true (stringify!($q)) (stringify!($qt)) [$qt] $($qdoc)+),)+)?
                    $($(endpoint!(@field Query false (stringify!($ql)) (concat!("Vec<", stringify!($qlt), ">")) [Vec<$qlt>] $($qldoc)+),)+)?
                    $($(endpoint!(@field Query false (stringify!($qo)) (stringify!($qot)) [$qot] $($qodoc)+),)+)?
                    $($(endpoint!(@field Header false ($hname) (stringify!($ht)) [$ht] $($hdoc)+),)+)?
                    $($(endpoint!(@field Body true (stringify!($b)) (stringify!($bt)) [$bt] $($bdoc)+),)+)?
                    $($(endpoint!(@field Body false (stringify!($bl)) (concat!("Vec<", stringify!($blt), ">")) [Vec<$blt>] $($bldoc)+),)+)?
                    $($(endpoint!(@field Body false (stringify!($bo)) (stringify!($bot)) [$bot] $($bodoc)+),)+)?
                ],
            };

            fn check(&self) -> Result<(), $crate::error::Invalid> {
                $(let check: fn(&Self) -> Result<(), $crate::error::Invalid> = $check; check(self)?;)?
                Ok(())
            }

            $(fn pacing(&self) -> Vec<$crate::pacing::PacingKey> {
                let pace: fn(&Self) -> Vec<$crate::pacing::PacingKey> = $pace;
                pace(self)
            })?

            // `format!` makes rustc check the template against the fields.
            fn path(&self) -> Result<String, $crate::error::Invalid> {
                Ok(format!($template $($(, $p = $crate::endpoint::segment(&self.$p, stringify!($p))?)+)?))
            }

            fn query(&self) -> String {
                #[allow(unused_mut)]
                let mut query = $crate::endpoint::Query::default();
                $($(query.push($crate::endpoint::field_name(stringify!($q)), &self.$q);)+)?
                $($(if let Some(list) = &self.$ql {
                    query.push_list($crate::endpoint::field_name(stringify!($ql)), list);
                })+)?
                $($(if let Some(value) = &self.$qo {
                    query.push($crate::endpoint::field_name(stringify!($qo)), value);
                })+)?
                query.finish()
            }

            fn headers(&self) -> Result<http::HeaderMap, $crate::error::Invalid> {
                $crate::endpoint::header_map(&[
                    $($(($hname, stringify!($h), self.$h.as_ref().map(AsRef::as_ref)),)+)?
                ])
            }

            fn body(&self) -> Result<Option<bytes::Bytes>, $crate::error::Invalid> {
                endpoint!(@body self [$($($b: $bt,)+)?] [$($($bo: $bot,)+)? $($($bl: Vec<$blt>,)+)?])
            }

            fn idempotency_key(&mut self) -> Option<&mut Option<$crate::message::IdempotencyKey>> {
                endpoint!(@key self $($($key).+)?)
            }

            fn decode(
                response: $crate::call::Reply<()>,
            ) -> Result<$crate::endpoint::Decoded<Self::Response>, Box<$crate::error::DecodeError>> {
                endpoint!(@decode response $($response)?)
            }
        }

        #[cfg(feature = "dynamic")]
        impl $crate::endpoint::FromArguments for $name {
            #[allow(unused_variables)] // some take none
            fn from_arguments(
                arguments: &mut $crate::endpoint::Arguments<'_>,
            ) -> Result<Self, $crate::error::Invalid> {
                Ok(Self {
                    $($($p: arguments.required($crate::endpoint::field_name(stringify!($p)))?,)+)?
                    $($($q: arguments.required($crate::endpoint::field_name(stringify!($q)))?,)+)?
                    $($($ql: arguments.optional($crate::endpoint::field_name(stringify!($ql)))?,)+)?
                    $($($qo: arguments.optional($crate::endpoint::field_name(stringify!($qo)))?,)+)?
                    $($($h: arguments.optional($crate::endpoint::field_name(stringify!($h)))?,)+)?
                    $($($b: arguments.required($crate::endpoint::field_name(stringify!($b)))?,)+)?
                    $($($bl: arguments.optional($crate::endpoint::field_name(stringify!($bl)))?,)+)?
                    $($($bo: arguments.optional($crate::endpoint::field_name(stringify!($bo)))?,)+)?
                })
            }
        }

        endpoint!(@setters $name
            [$($($($qodoc)+ $qo: $qot,)+)? $($($($bodoc)+ $bo: $bot,)+)?]
            [$($($($qldoc)+ $ql: $qlt,)+)? $($($($bldoc)+ $bl: $blt,)+)?]
        );
    };

    (@response) => { () };
    (@response $response:ty) => { $response };

    (@may_be_absent) => { false };
    (@may_be_absent $response:ty) => { <$response as $crate::schema::HasSchema>::IS_OPTIONAL };

    (@schema) => { None };
    (@schema $response:ty) => { Some(<$response as $crate::schema::HasSchema>::SCHEMA) };

    (@decode $response:ident) => { $crate::endpoint::no_body($response) };
    (@decode $response:ident $ty:ty) => { $crate::endpoint::read_json($response) };

    (@key $self:ident) => { None };
    (@key $self:ident $($key:ident).+) => { Some(&mut $self.$($key).+) };

    (@field $place:ident $required:literal ($name:expr) ($ty:expr) [$t:ty] $($doc:literal)+) => {
        $crate::endpoint::FieldInfo {
            name: $crate::endpoint::field_name($name),
            ty: $ty,
            schema: <$t as $crate::schema::HasSchema>::SCHEMA,
            place: $crate::endpoint::Place::$place,
            required: $required,
            #[cfg(feature = "schema-docs")]
            doc: concat!($($doc, "\n"),+),
        }
    };

    (@body $self:ident [] []) => { Ok(None) };
    (@body $self:ident [$($b:ident: $bt:ty,)*] [$($bo:ident: $bot:ty,)*]) => {{
        #[derive(serde::Serialize)]
        struct Body<'a> {
            $($b: &'a $bt,)*
            $(#[serde(skip_serializing_if = "Option::is_none")] $bo: Option<&'a $bot>,)*
        }
        $crate::endpoint::encode_json(&Body { $($b: &$self.$b,)* $($bo: $self.$bo.as_ref(),)* })
    }};

    (@setters $name:ident [] []) => {};
    (@setters $name:ident [$($($odoc:literal)+ $o:ident: $ot:ty,)*] [$($($ldoc:literal)+ $l:ident: $lt:ty,)*]) => {
        impl<C> $crate::call::Call<'_, C, $name> {
            $($(#[doc = $odoc])+ pub fn $o(self, $o: impl $crate::error::Argument<$ot>) -> Self {
                let path = $crate::endpoint::field_name(stringify!($o));
                self.set(path, $o, |endpoint, value| endpoint.$o = Some(value))
            })*
            $($(#[doc = $ldoc])+ pub fn $l(
                self,
                $l: impl IntoIterator<Item = impl $crate::error::Argument<$lt>>,
            ) -> Self {
                let path = $crate::endpoint::field_name(stringify!($l));
                self.set(path, $crate::error::Each($l), |endpoint, list| endpoint.$l = Some(list))
            })*
        }
    };
}
