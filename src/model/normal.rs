//! The standard normal distribution.

use std::f64::consts::FRAC_1_SQRT_2;

/// Φ(x): the probability of at most x, to the accuracy of `libm`'s erfc (about 1 ulp).
#[must_use]
pub fn cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

/// Φ⁻¹(p) for p in 0 … 1, to relative 1e-15: Wichura, "Algorithm AS 241: The percentage points of
/// the normal distribution", Applied Statistics 37 (1988). The ends give infinities, as does
/// nothing else.
#[must_use]
pub fn quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        return q * near(0.180_625 - q * q);
    }
    let tail = p.min(1.0 - p);
    if tail <= 0.0 {
        return f64::INFINITY.copysign(q);
    }
    let r = libm::sqrt(-libm::log(tail));
    let size = if r <= 5.0 {
        middle(r - 1.6)
    } else {
        far(r - 5.0)
    };
    size.copysign(q)
}

/// A polynomial from its highest coefficient down.
fn polynomial(coefficients: [f64; 8], x: f64) -> f64 {
    let [highest, lower @ ..] = coefficients;
    lower
        .into_iter()
        .fold(highest, |sum, coefficient| sum * x + coefficient)
}

#[expect(clippy::excessive_precision, reason = "the digits as published")]
fn near(r: f64) -> f64 {
    polynomial(
        [
            2.509_080_928_730_122_672_7e3,
            3.343_057_558_358_812_810_5e4,
            6.726_577_092_700_870_085_3e4,
            4.592_195_393_154_987_145_7e4,
            1.373_169_376_550_946_112_5e4,
            1.971_590_950_306_551_442_7e3,
            1.331_416_678_917_843_774_5e2,
            3.387_132_872_796_366_608,
        ],
        r,
    ) / polynomial(
        [
            5.226_495_278_852_854_561e3,
            2.872_908_573_572_194_267_4e4,
            3.930_789_580_009_271_061e4,
            2.121_379_430_158_659_586_7e4,
            5.394_196_021_424_751_107_7e3,
            6.871_870_074_920_579_083e2,
            4.231_333_070_160_091_125_2e1,
            1.0,
        ],
        r,
    )
}

#[expect(clippy::excessive_precision, reason = "the digits as published")]
fn middle(r: f64) -> f64 {
    polynomial(
        [
            7.745_450_142_783_414_076_4e-4,
            2.272_384_498_926_918_458_33e-2,
            2.417_807_251_774_506_117_7e-1,
            1.270_458_252_452_368_382_58,
            3.647_848_324_763_204_605_04,
            5.769_497_221_460_691_405_5,
            4.630_337_846_156_545_295_9,
            1.423_437_110_749_683_577_34,
        ],
        r,
    ) / polynomial(
        [
            1.050_750_071_644_416_843_24e-9,
            5.475_938_084_995_344_946e-4,
            1.519_866_656_361_645_719_66e-2,
            1.481_039_764_274_800_745_9e-1,
            6.897_673_349_851_000_045_5e-1,
            1.676_384_830_183_803_849_4,
            2.053_191_626_637_758_821_87,
            1.0,
        ],
        r,
    )
}

#[expect(clippy::excessive_precision, reason = "the digits as published")]
fn far(r: f64) -> f64 {
    polynomial(
        [
            2.010_334_399_292_288_132_65e-7,
            2.711_555_568_743_487_578_15e-5,
            1.242_660_947_388_078_438_6e-3,
            2.653_218_952_657_612_309_3e-2,
            2.965_605_718_285_048_912_3e-1,
            1.784_826_539_917_291_335_8,
            5.463_784_911_164_114_369_9,
            6.657_904_643_501_103_777_2,
        ],
        r,
    ) / polynomial(
        [
            2.044_263_103_389_939_785_64e-15,
            1.421_511_758_316_445_888_7e-7,
            1.846_318_317_510_054_681_8e-5,
            7.868_691_311_456_132_591e-4,
            1.487_536_129_085_061_485_25e-2,
            1.369_298_809_227_358_053_1e-1,
            5.998_322_065_558_879_376_9e-1,
            1.0,
        ],
        r,
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_percentage_points_are_met() {
        // The two check values of AS 241 and a table value.
        for (p, x) in [
            (0.25, -0.674_489_750_196_081_7),
            (0.001, -3.090_232_306_167_814),
            (1e-20, -9.262_340_089_798_408),
            (0.5, 0.0),
            (0.975, 1.959_963_984_540_054),
        ] {
            let got: f64 = quantile(p);
            assert!((got - x).abs() <= 1e-14 * x.abs(), "{p}: {got}");
        }
    }

    #[test]
    fn the_ends_are_infinite() {
        assert_eq!(
            (quantile(0.0), quantile(1.0)),
            (f64::NEG_INFINITY, f64::INFINITY)
        );
    }

    proptest! {
        #[test]
        fn the_quantile_undoes_the_probability(exponent in -280.0..-0.01_f64) {
            let p = libm::exp(exponent);
            prop_assert!((cdf(quantile(p)) / p - 1.0).abs() < 1e-12 * exponent.abs().max(1.0));
        }

        #[test]
        fn both_tails_are_alike(x in -8.0..8.0_f64) {
            prop_assert!((cdf(x) + cdf(-x) - 1.0).abs() < 1e-15);
        }
    }
}
