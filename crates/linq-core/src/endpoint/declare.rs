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
///     check: Self::rules,               // what to check before sending, if anything
///     path { chat_id: ChatId }          // in the order of the template
///     query { … } query? { … }          // required, optional
///     body { handle: Handle } body? { … }
/// }
/// ```
macro_rules! endpoint {
    (
        $(#[doc = $doc:literal])+
        pub struct $name:ident = $method:ident $template:literal $(-> $response:ty)?;
        name: $official:literal,
        repeat: $repeat:ident,
        $(key: $($key:ident).+,)?
        $(check: $check:expr,)?
        $(path { $($(#[doc = $pdoc:literal])+ $p:ident: $pt:ty),+ $(,)? })?
        $(query { $($(#[doc = $qdoc:literal])+ $q:ident: $qt:ty),+ $(,)? })?
        $(query? { $($(#[doc = $qodoc:literal])+ $qo:ident: $qot:ty),+ $(,)? })?
        $(body { $($(#[doc = $bdoc:literal])+ $b:ident: $bt:ty),+ $(,)? })?
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
            $($($(#[doc = $qodoc])+ pub $qo: Option<$qot>,)+)?
            $($($(#[doc = $bdoc])+ pub $b: $bt,)+)?
            $($($(#[doc = $bodoc])+ pub $bo: Option<$bot>,)+)?
        }

        impl $name {
            /// The call with what it needs; optional fields are left out.
            #[must_use]
            #[allow(clippy::new_without_default)] // a call is made, not defaulted
            pub fn new($($($p: $pt,)+)? $($($q: $qt,)+)? $($($b: $bt,)+)?) -> Self {
                Self { $($($p,)+)? $($($q,)+)? $($($qo: None,)+)? $($($b,)+)? $($($bo: None,)+)? }
            }
        }

        impl $crate::endpoint::Endpoint for $name {
            type Response = endpoint!(@response $($response)?);

            const INFO: &'static $crate::endpoint::EndpointInfo = &$crate::endpoint::EndpointInfo {
                name: $official,
                method: http::Method::$method,
                path: $template,
                doc: concat!($($doc, "\n"),+),
                request: stringify!($name),
                response: concat!($(stringify!($response))?),
                #[cfg(feature = "describe")]
                response_shape: endpoint!(@shape $($response)?),
                repeat: $crate::endpoint::Repeat::$repeat,
                fields: &[
                    $($(endpoint!(@field Path true $p $pt, $($pdoc)+),)+)?
                    $($(endpoint!(@field Query true $q $qt, $($qdoc)+),)+)?
                    $($(endpoint!(@field Query false $qo $qot, $($qodoc)+),)+)?
                    $($(endpoint!(@field Body true $b $bt, $($bdoc)+),)+)?
                    $($(endpoint!(@field Body false $bo $bot, $($bodoc)+),)+)?
                ],
            };

            fn check(&self) -> Result<(), $crate::error::Invalid> {
                $(let check: fn(&Self) -> Result<(), $crate::error::Invalid> = $check; check(self)?;)?
                Ok(())
            }

            // `format!` makes rustc check the template against the fields.
            fn path(&self) -> Result<String, $crate::error::Invalid> {
                Ok(format!($template $($(, $p = $crate::endpoint::segment(&self.$p, stringify!($p))?)+)?))
            }

            fn query(&self) -> String {
                #[allow(unused_mut)]
                let mut query = $crate::endpoint::Query::default();
                $($(query.push($crate::endpoint::field_name(stringify!($q)), &self.$q);)+)?
                $($(if let Some(value) = &self.$qo {
                    query.push($crate::endpoint::field_name(stringify!($qo)), value);
                })+)?
                query.finish()
            }

            fn body(&self) -> Result<Option<bytes::Bytes>, $crate::error::Invalid> {
                endpoint!(@body self [$($($b: $bt,)+)?] [$($($bo: $bot,)+)?])
            }

            fn idempotency_key(&mut self) -> Option<&mut Option<$crate::message::IdempotencyKey>> {
                endpoint!(@key self $($($key).+)?)
            }

            fn decode(
                reply: http::Response<bytes::Bytes>,
            ) -> Result<Self::Response, Box<$crate::error::DecodeError>> {
                endpoint!(@decode reply $($response)?)
            }
        }

        endpoint!(@setters $name [$($($($qodoc)+ $qo: $qot,)+)?] [$($($($bodoc)+ $bo: $bot,)+)?]);
    };

    (@response) => { () };
    (@response $response:ty) => { $response };

    (@shape) => { None };
    (@shape $response:ty) => { Some(<$response as $crate::describe::Describe>::SHAPE) };

    (@decode $reply:ident) => {{
        drop($reply);
        Ok(())
    }};
    (@decode $reply:ident $response:ty) => { $crate::endpoint::decode_json($reply) };

    (@key $self:ident) => { None };
    (@key $self:ident $($key:ident).+) => { Some(&mut $self.$($key).+) };

    (@field $place:ident $required:literal $f:ident $t:ty, $($doc:literal)+) => {
        $crate::endpoint::FieldInfo {
            name: $crate::endpoint::field_name(stringify!($f)),
            ty: stringify!($t),
            #[cfg(feature = "describe")]
            shape: <$t as $crate::describe::Describe>::SHAPE,
            place: $crate::endpoint::Place::$place,
            required: $required,
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
    (@setters $name:ident [$($($qodoc:literal)+ $qo:ident: $qot:ty,)*] [$($($bodoc:literal)+ $bo:ident: $bot:ty,)*]) => {
        impl<C> $crate::call::Call<'_, C, $name> {
            $($(#[doc = $qodoc])+ pub fn $qo(self, $qo: impl $crate::error::Argument<$qot>) -> Self {
                self.set(stringify!($qo), $qo, |endpoint, value| endpoint.$qo = Some(value))
            })*
            $($(#[doc = $bodoc])+ pub fn $bo(self, $bo: impl $crate::error::Argument<$bot>) -> Self {
                self.set(stringify!($bo), $bo, |endpoint, value| endpoint.$bo = Some(value))
            })*
        }
    };
}
