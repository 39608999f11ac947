/// Declares one endpoint: a struct with its [`Endpoint`](crate::Endpoint) impl, and a setter on
/// [`Call`](crate::Call) for each optional field of the query and the body.
///
/// `name` and `idempotency` come first; the other sections are optional, in any order.
///
/// ```text
/// endpoint! {
///     /// Summary. The method, path and name are appended to the documentation.
///     pub struct AddParticipant = POST "/v3/chats/{chat_id}/participants" -> OperationAccepted;
///     name: "chats.participants.add",
///     idempotency: Convergent,
///     key: message.idempotency_key,     // field of the idempotency key
///     non_retryable: [ServiceUnavailable],  // error codes that are not retried here
///     check: Self::validate,            // validation before sending
///     rate_limit: |call| vec![…],       // client-side rate limits that it counts towards
///     path { chat_id: ChatId }          // in the order of the path template
///     query { … }
///     header { idempotency_key: Option<IdempotencyKey> = "Idempotency-Key" }  // all optional, without setters
///     body {                            // each field with its documentation
///         handle: Handle,               // required: an argument of `new`
///         role: Option<Role>,           // optional: a setter
///         tags: Option<Vec<Tag>>,       // an optional list: a setter that takes a list or one item
///     }
/// }
/// ```
macro_rules! endpoint {
    (
        $(#[doc = $doc:literal])+
        pub struct $name:ident = $method:ident $template:literal $(-> $response:ty)?;
        name: $official:literal,
        idempotency: $idempotency:ident,
        $($sections:tt)*
    ) => {
        endpoint!(@sections
            [[$($doc)+] $name $method $template [$($response)?] $official $idempotency]
            [] [] [] [] [] [] [] [] $($sections)*
        );
    };

    // Sorts the sections.
    (@sections $head:tt [] $non_retryable:tt $check:tt $rate_limit:tt $path:tt $query:tt $header:tt $body:tt
        key: $($key:ident).+, $($more:tt)*
    ) => {
        endpoint!(@sections $head [$($key).+] $non_retryable $check $rate_limit $path $query $header $body $($more)*);
    };
    (@sections $head:tt $key:tt [] $check:tt $rate_limit:tt $path:tt $query:tt $header:tt $body:tt
        non_retryable: [$($non_retryable:ident),+ $(,)?], $($more:tt)*
    ) => {
        endpoint!(@sections $head $key [$($non_retryable)+] $check $rate_limit $path $query $header $body $($more)*);
    };
    (@sections $head:tt $key:tt $non_retryable:tt [] $rate_limit:tt $path:tt $query:tt $header:tt $body:tt
        check: $check:expr, $($more:tt)*
    ) => {
        endpoint!(@sections $head $key $non_retryable [$check] $rate_limit $path $query $header $body $($more)*);
    };
    (@sections $head:tt $key:tt $non_retryable:tt $check:tt [] $path:tt $query:tt $header:tt $body:tt
        rate_limit: $rate_limit:expr, $($more:tt)*
    ) => {
        endpoint!(@sections $head $key $non_retryable $check [$rate_limit] $path $query $header $body $($more)*);
    };
    (@sections $head:tt $key:tt $non_retryable:tt $check:tt $rate_limit:tt [] $query:tt $header:tt $body:tt
        path { $($path:tt)+ } $($more:tt)*
    ) => {
        endpoint!(@sections $head $key $non_retryable $check $rate_limit [$($path)+] $query $header $body $($more)*);
    };
    (@sections $head:tt $key:tt $non_retryable:tt $check:tt $rate_limit:tt $path:tt [] $header:tt $body:tt
        query { $($query:tt)+ } $($more:tt)*
    ) => {
        endpoint!(@sections $head $key $non_retryable $check $rate_limit $path [$($query)+] $header $body $($more)*);
    };
    (@sections $head:tt $key:tt $non_retryable:tt $check:tt $rate_limit:tt $path:tt $query:tt [] $body:tt
        header { $($header:tt)+ } $($more:tt)*
    ) => {
        endpoint!(@sections $head $key $non_retryable $check $rate_limit $path $query [$($header)+] $body $($more)*);
    };
    (@sections $head:tt $key:tt $non_retryable:tt $check:tt $rate_limit:tt $path:tt $query:tt $header:tt []
        body { $($body:tt)+ } $($more:tt)*
    ) => {
        endpoint!(@sections $head $key $non_retryable $check $rate_limit $path $query $header [$($body)+] $($more)*);
    };
    (@sections $head:tt $key:tt $non_retryable:tt $check:tt $rate_limit:tt $path:tt $query:tt $header:tt $body:tt) => {
        endpoint!(@fields [$head $key $non_retryable $check $rate_limit $path $header] [] [] [] [] $query $body);
    };
    (@sections $head:tt $key:tt $non_retryable:tt $check:tt $rate_limit:tt $path:tt $query:tt $header:tt $body:tt
        $section:ident $($more:tt)*
    ) => {
        compile_error!(concat!(
            "unknown section `", stringify!($section),
            "`, or duplicate, or not in the form documented by `endpoint!`"
        ));
    };

    // Classifies the fields of the query, then those of the body, by their types.
    (@fields $head:tt $required:tt $optional:tt [$($lists:tt)*] [$($fields:tt)*]
        [$(#[doc = $doc:literal])+ $field:ident: Option<Vec<$item:ty>> $(, $($more:tt)*)?] $($next:tt)?
    ) => {
        endpoint!(@fields $head $required $optional [$($lists)* ([$($doc)+] $field $item)]
            [$($fields)* (push_list [$($doc)+] $field [Option<Vec<$item>>] (concat!("Vec<", stringify!($item), ">")))]
            [$($($more)*)?] $($next)?
        );
    };
    (@fields $head:tt $required:tt [$($optional:tt)*] $lists:tt [$($fields:tt)*]
        [$(#[doc = $doc:literal])+ $field:ident: Option<$ty:ty> $(, $($more:tt)*)?] $($next:tt)?
    ) => {
        endpoint!(@fields $head $required [$($optional)* ([$($doc)+] $field $ty)] $lists
            [$($fields)* (push_optional [$($doc)+] $field [Option<$ty>] (stringify!($ty)))]
            [$($($more)*)?] $($next)?
        );
    };
    (@fields $head:tt [$($required:tt)*] $optional:tt $lists:tt [$($fields:tt)*]
        [$(#[doc = $doc:literal])+ $field:ident: $ty:ty $(, $($more:tt)*)?] $($next:tt)?
    ) => {
        endpoint!(@fields $head [$($required)* ($field $ty)] $optional $lists
            [$($fields)* (push [$($doc)+] $field [$ty] (stringify!($ty)))]
            [$($($more)*)?] $($next)?
        );
    };
    (@fields $head:tt $required:tt $optional:tt $lists:tt $query:tt [] $body:tt) => {
        endpoint!(@fields [$head $query] $required $optional $lists [] $body);
    };
    (@fields [$head:tt $query:tt] $required:tt $optional:tt $lists:tt $body:tt []) => {
        endpoint!(@declare $head $query $body $required $optional $lists);
    };

    (@declare
        [
            [[$($doc:literal)+] $name:ident $method:ident $template:literal [$($response:ty)?] $official:literal $idempotency:ident]
            [$($($key:ident).+)?]
            [$($non_retryable:ident)*]
            [$($check:expr)?]
            [$($rate_limit:expr)?]
            [$($(#[doc = $pdoc:literal])+ $p:ident: $pt:ty),* $(,)?]
            [$($(#[doc = $hdoc:literal])+ $h:ident: Option<$ht:ty> = $hname:literal),* $(,)?]
        ]
        [$(($push:ident [$($qdoc:literal)+] $q:ident [$qt:ty] $q_name:tt))*]
        [$(($b_push:ident [$($bdoc:literal)+] $b:ident [$bt:ty] $b_name:tt))*]
        [$(($r:ident $rt:ty))*]
        [$(([$($odoc:literal)+] $o:ident $ot:ty))*]
        [$(([$($ldoc:literal)+] $l:ident $lt:ty))*]
    ) => {
        $(#[doc = $doc])+
        ///
        #[doc = concat!("`", stringify!($method), " ", $template, "`, officially `", $official, "`.")]
        #[doc = endpoint!(@setter_docs $name [$($o)*] [$($l)*])]
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[doc = $pdoc])+ pub $p: $pt,)*
            $($(#[doc = $qdoc])+ pub $q: $qt,)*
            $($(#[doc = $hdoc])+ pub $h: Option<$ht>,)*
            $($(#[doc = $bdoc])+ pub $b: $bt,)*
        }

        impl $name {
            /// Creates the operation with its required fields; optional fields are absent.
            #[must_use]
            #[allow(clippy::new_without_default)] // all endpoints are constructed alike
            pub fn new($($p: $pt,)* $($r: $rt,)*) -> Self {
                Self { $($p,)* $($r,)* $($o: None,)* $($l: None,)* $($h: None,)* }
            }
        }

        impl $crate::endpoint::Sealed for $name {}

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
                idempotency: $crate::endpoint::Idempotency::$idempotency,
                non_retryable_codes: &[$($crate::error::ErrorCode::$non_retryable),*],
                #[cfg(feature = "dynamic")]
                dynamic: $crate::endpoint::EndpointFactory::of::<Self>(),
                fields: &[
                    $(endpoint!(@field Path (stringify!($p)) [$pt] (stringify!($pt)) $($pdoc)+),)*
                    $(endpoint!(@field Query (stringify!($q)) [$qt] $q_name $($qdoc)+),)*
                    $(endpoint!(@field Header ($hname) [Option<$ht>] (stringify!($ht)) $($hdoc)+),)*
                    $(endpoint!(@field Body (stringify!($b)) [$bt] $b_name $($bdoc)+),)*
                ],
            };

            fn check(&self) -> Result<(), $crate::error::InvalidArgument> {
                $(let check: fn(&Self) -> Result<(), $crate::error::InvalidArgument> = $check; check(self)?;)?
                Ok(())
            }

            $(fn rate_limit_keys(&self) -> Vec<$crate::rate_limit::RateLimitKey> {
                let rate_limit: fn(&Self) -> Vec<$crate::rate_limit::RateLimitKey> = $rate_limit;
                rate_limit(self)
            })?

            // `format!` makes rustc check the template against the fields.
            fn path(&self) -> Result<String, $crate::error::InvalidArgument> {
                Ok(format!($template $(, $p = $crate::endpoint::segment(&self.$p, stringify!($p))?)*))
            }

            fn query(&self) -> String {
                #[allow(unused_mut)]
                let mut query = $crate::endpoint::Query::default();
                $(query.$push($crate::endpoint::field_name(stringify!($q)), &self.$q);)*
                query.finish()
            }

            fn headers(&self) -> Result<http::HeaderMap, $crate::error::InvalidArgument> {
                $crate::endpoint::header_map(&[
                    $(($hname, stringify!($h), self.$h.as_ref().map(AsRef::as_ref)),)*
                ])
            }

            fn body(&self) -> Result<Option<bytes::Bytes>, $crate::error::InvalidArgument> {
                endpoint!(@body self $($b: $bt,)*)
            }

            fn idempotency_key(&mut self) -> Option<&mut Option<$crate::message::IdempotencyKey>> {
                endpoint!(@key self $($($key).+)?)
            }

            fn decode(
                response: $crate::call::ApiResponse<()>,
            ) -> Result<$crate::endpoint::Decoded<Self::Response>, Box<$crate::error::DecodeError>> {
                endpoint!(@decode response $($response)?)
            }
        }

        #[cfg(feature = "dynamic")]
        impl $crate::endpoint::FromArguments for $name {
            #[allow(unused_variables)] // for operations without arguments
            fn from_arguments(
                arguments: &mut $crate::endpoint::Arguments<'_>,
            ) -> Result<Self, $crate::error::InvalidArgument> {
                Ok(Self {
                    $($p: arguments.required($crate::endpoint::field_name(stringify!($p)))?,)*
                    $($h: arguments.optional($crate::endpoint::field_name(stringify!($h)))?,)*
                    $($r: arguments.required($crate::endpoint::field_name(stringify!($r)))?,)*
                    $($l: arguments.optional($crate::endpoint::field_name(stringify!($l)))?,)*
                    $($o: arguments.optional($crate::endpoint::field_name(stringify!($o)))?,)*
                })
            }
        }

        endpoint!(@setters $name [$([$($odoc)+] $o $ot,)*] [$([$($ldoc)+] $l $lt,)*]);
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

    (@field $place:ident ($name:expr) [$t:ty] ($ty_name:expr) $($doc:literal)+) => {
        $crate::endpoint::FieldInfo {
            name: $crate::endpoint::field_name($name),
            ty: $ty_name,
            schema: <$t as $crate::schema::HasSchema>::SCHEMA,
            location: $crate::endpoint::ParamLocation::$place,
            required: !<$t as $crate::schema::HasSchema>::IS_OPTIONAL,
            #[cfg(feature = "schema-docs")]
            doc: concat!($($doc, "\n"),+),
        }
    };

    (@body $self:ident) => { Ok(None) };
    (@body $self:ident $($b:ident: $bt:ty,)+) => {{
        #[derive(serde::Serialize)]
        struct Body<'a> {
            $(#[serde(skip_serializing_if = "crate::schema::HasSchema::is_absent")] $b: &'a $bt,)+
        }
        $crate::endpoint::encode_json(&Body { $($b: &$self.$b,)+ })
    }};

    // The setters, linked from the operation's page to the section of `Call` that has them.
    (@setter_docs $name:ident [] []) => { "" };
    (@setter_docs $name:ident [$($o:ident)*] [$($l:ident)*]) => {
        concat!(
            "\n# Optional arguments\n\nSet by methods of the [call](crate::call::Call#impl-Call%3C'_,+C,+",
            stringify!($name), "%3E):\n",
            $("\n- [`", stringify!($o), "`](Self::", endpoint!(@link $o), ")",)*
            $("\n- [`", stringify!($l), "`](Self::", endpoint!(@link $l), "), a list or one item",)*
        )
    };

    // In a link, the `#` of a raw identifier would begin an anchor.
    (@link r#type) => { "type" };
    (@link $field:ident) => { stringify!($field) };

    (@setters $name:ident [] []) => {};
    (@setters $name:ident [$([$($odoc:literal)+] $o:ident $ot:ty,)*] [$([$($ldoc:literal)+] $l:ident $lt:ty,)*]) => {
        #[doc = concat!("Optional arguments of [`", stringify!($name), "`].")]
        impl<C> $crate::call::Call<'_, C, $name> {
            $(
                #[doc = concat!(" Sets `", stringify!($o), "`.")]
                #[doc = ""]
                $(#[doc = $odoc])+
                pub fn $o(self, $o: impl $crate::error::IntoField<$ot>) -> Self {
                    let path = $crate::endpoint::field_name(stringify!($o));
                    let value = $crate::error::IntoField::into_field($o, path);
                    self.set(value, |endpoint, value| endpoint.$o = Some(value))
                }
            )*
            $(
                #[doc = concat!(" Sets `", stringify!($l), "`.")]
                #[doc = ""]
                $(#[doc = $ldoc])+
                pub fn $l(self, $l: impl $crate::error::IntoList<$lt>) -> Self {
                    let path = $crate::endpoint::field_name(stringify!($l));
                    let list = $crate::error::IntoList::into_list($l, path);
                    self.set(list, |endpoint, list| endpoint.$l = Some(list))
                }
            )*
        }
    };
}

#[cfg(test)]
mod tests {
    use crate::{Endpoint, PhoneNumber, error::InvalidArgument};
    use std::{
        io::Write,
        process::{Command, Stdio},
    };

    endpoint! {
        /// Sections in another order, and optional fields in front.
        pub struct Shuffled = POST "/v3/chats/{chat_id}";
        name: "shuffled",
        idempotency: NotIdempotent,
        body {
            /// Optional.
            limit: Option<u32>,
            /// Required.
            to: Vec<String>,
        }
        query {
            /// An optional list.
            from: Option<Vec<PhoneNumber>>,
            /// Required.
            r#type: String,
        }
        check: |call| match call.limit {
            Some(0) => Err(InvalidArgument::new("limit", "must be positive")),
            _ => Ok(()),
        },
        path {
            /// The chat.
            chat_id: String,
        }
    }

    #[test]
    fn sections_and_fields_in_any_order() {
        let mut call = Shuffled::new("a".into(), "b".into(), vec![]);
        assert_eq!(call.path().unwrap(), "/v3/chats/a");
        assert_eq!(call.query(), "type=b");
        assert_eq!(call.body().unwrap().unwrap(), r#"{"to":[]}"#);
        call.from = Some(vec!["+12223334444".parse().unwrap()]);
        call.limit = Some(0);
        assert_eq!(call.query(), "from=%2B12223334444&type=b");
        assert_eq!(call.body().unwrap().unwrap(), r#"{"limit":0,"to":[]}"#);
        assert!(call.check().is_err());

        let fields = Shuffled::INFO.fields.iter();
        assert_eq!(
            fields
                .map(|field| (field.name, field.ty, field.required))
                .collect::<Vec<_>>(),
            [
                ("chat_id", "String", true),
                ("from", "Vec<PhoneNumber>", false),
                ("type", "String", true),
                ("limit", "u32", false),
                ("to", "Vec<String>", true),
            ]
        );
    }

    #[test]
    fn compile_error_names_the_invalid_section() {
        let wrong = [
            ("misspelt", "misspelt: Self::validate,"),
            (
                "rate_limit",
                "rate_limit: Self::limit, rate_limit: Self::limit,",
            ),
            ("key", "key,"),
            ("query", "path { a: u8 } query? { b: u8 }"),
        ];
        let declare = concat!(env!("CARGO_MANIFEST_DIR"), "/src/api/declare.rs");
        let mut source = format!("#[macro_use] #[path = {declare:?}] mod declare;");
        for (_, sections) in wrong {
            source += "endpoint! { /** A. */ pub struct A = GET \"/\"; name: \"a\", idempotency: ReadOnly,";
            source += sections;
            source += "}";
        }
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let mut rustc = Command::new(rustc)
            .args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "-"])
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = rustc.stdin.take().unwrap();
        stdin.write_all(source.as_bytes()).unwrap();
        drop(stdin);
        let output = rustc.wait_with_output().unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        for (section, _) in wrong {
            assert!(
                errors.contains(&format!("unknown section `{section}`")),
                "{errors}"
            );
        }
    }
}
