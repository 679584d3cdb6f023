//! The present value of a cash flow as a polynomial in the discount factor, and all its roots.

use super::root;

/// Σ flows\[m\]·factor^m: the present value when each period is worth `factor` of the one before
/// and period 0 is not discounted. Horner's rule.
#[must_use]
pub fn present_value(flows: &[f64], factor: f64) -> f64 {
    flows
        .iter()
        .rev()
        .fold(0.0, |sum, flow| sum * factor + flow)
}

/// Every discount factor in the open interval `lo..hi` (both positive) at which the present value
/// changes sign, rising.
///
/// By Descartes' rule a flow with v changes of sign has at most v positive roots. Let k lie between
/// the two months of the first change; then x^-k·PV(x) has the same roots, and its derivative
/// x^(-k-1)·Σ (m−k)·flows\[m\]·x^m has one change of sign less. So the roots of that flow, found by
/// the same rule, cut the interval into pieces on which x^-k·PV(x) is monotone, and a search on
/// each piece misses nothing. A root at which the value touches zero without crossing it is not
/// reported.
#[must_use]
pub fn roots(flows: &[f64], lo: f64, hi: f64) -> Vec<f64> {
    let Some(change) = first_change(flows) else {
        return Vec::new();
    };
    let k = change as f64 - 0.5;
    let slope: Vec<f64> = flows
        .iter()
        .enumerate()
        .map(|(m, flow)| (m as f64 - k) * flow)
        .collect();
    let mut cuts = vec![lo];
    cuts.extend(roots(&slope, lo, hi));
    cuts.push(hi);
    let mut found: Vec<f64> = cuts
        .windows(2)
        .filter_map(|piece| root(|x| present_value(flows, x), piece[0], piece[1]))
        .filter(|root| lo < *root && *root < hi)
        .collect();
    found.dedup();
    found
}

/// The first month whose flow has the sign opposite to the flows before it.
fn first_change(flows: &[f64]) -> Option<usize> {
    let first = flows.iter().find(|flow| **flow != 0.0)?;
    flows.iter().position(|flow| {
        if first.is_sign_positive() {
            *flow < 0.0
        } else {
            *flow > 0.0
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_first_flow_is_not_discounted() {
        // The documentation of the crate `financial`: its npv of the same flows is
        // 221.29635953828267 with the first flow discounted as well; ours is the second kind.
        let flows = [-1_000.0, 500.0, 500.0, 500.0];
        let value = present_value(&flows, 1.0 / 1.1);
        assert!((value - 243.43).abs() < 0.005, "{value}");
        assert!(
            (value / 1.1 - 221.296_359_538_282_67).abs() < 1e-10,
            "{value}"
        );
    }

    #[test]
    fn a_flow_of_one_sign_has_no_root() {
        for flows in [&[][..], &[0.0, 0.0], &[1.0, 2.0, 0.0], &[-1.0, -2.0]] {
            assert!(roots(flows, 0.1, 10.0).is_empty());
        }
    }

    #[test]
    fn roots_outside_the_interval_are_not_reported() {
        assert!(roots(&[-2.0, 1.0], 0.1, 2.0).is_empty());
        assert!(roots(&[-2.0, 1.0], 2.0, 3.0).is_empty());
        assert_eq!(roots(&[-2.0, 1.0], 0.1, 2.5), [2.0]);
    }

    #[test]
    fn two_roots_that_nearly_meet_are_both_found() {
        // (x − 0.9)(x − 0.9001)
        let found = roots(&[0.9 * 0.9001, -1.8001, 1.0], 0.5, 1.5);
        assert_eq!(found.len(), 2);
        assert!(
            (found[0] - 0.9).abs() < 1e-9 && (found[1] - 0.9001).abs() < 1e-9,
            "{found:?}"
        );
    }

    proptest! {
        #[test]
        fn every_root_of_a_product_of_factors_is_found(
            raw in prop::collection::btree_set(80_u32..120, 1..5),
        ) {
            let wanted: Vec<f64> = raw.into_iter().map(|r| f64::from(r) / 100.0).collect();
            let flows = wanted.iter().fold(vec![1.0], |poly, root| {
                let mut next = vec![0.0; poly.len() + 1];
                for (m, c) in poly.iter().enumerate() {
                    next[m] -= c * root;
                    next[m + 1] += c;
                }
                next
            });
            let found = roots(&flows, 0.5, 1.5);
            prop_assert_eq!(found.len(), wanted.len(), "{:?} {:?}", found, wanted);
            for (got, want) in found.iter().zip(&wanted) {
                prop_assert!((got - want).abs() < 1e-6);
            }
        }
    }
}
