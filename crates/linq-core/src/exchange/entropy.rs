use crate::message::IdempotencyKey;
use std::fmt;

/// The randomness of a call, provided by the driver: the source of the idempotency key and of the backoff's jitter.
///
/// Two calls with the same entropy have the same idempotency key: use fresh random bytes for each.
#[derive(Clone, Copy)]
pub struct Entropy([u8; Entropy::LEN]);

impl Entropy {
    /// Number of random bytes.
    pub const LEN: usize = 24;

    /// Creates entropy from random bytes, which must be used for one call only.
    #[must_use]
    pub const fn new(bytes: [u8; Self::LEN]) -> Self {
        Self(bytes)
    }

    pub(crate) fn idempotency_key(self) -> IdempotencyKey {
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&self.0[..16]);
        IdempotencyKey::from_random(bytes)
    }

    /// Returns the jitter of an attempt, from 0 up to but not including 1.
    pub(crate) fn fraction(self, attempt: u32) -> f64 {
        let mut seed = [0; 8];
        seed.copy_from_slice(&self.0[16..]);
        // The mixing step of SplitMix64, so that consecutive attempts get unrelated numbers.
        let mut mixed = u64::from_le_bytes(seed)
            .wrapping_add(u64::from(attempt).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        f64::from((mixed >> 32) as u32) / (f64::from(u32::MAX) + 1.0)
    }
}

/// Omits the bytes, since the idempotency key is derived from them.
impl fmt::Debug for Entropy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Entropy(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jitter_is_below_one_and_differs() {
        for byte in [0, 1, 0x7f, 0xff] {
            let fractions: Vec<_> = (0..100)
                .map(|n| Entropy::new([byte; 24]).fraction(n))
                .collect();
            assert!(
                fractions
                    .iter()
                    .all(|fraction| (0.0..1.0).contains(fraction))
            );
            assert!(
                fractions
                    .windows(2)
                    .all(|pair| (pair[0] - pair[1]).abs() > f64::EPSILON)
            );
        }
    }
}
