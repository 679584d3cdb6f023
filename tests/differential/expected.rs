//! What a second form expects of a result, and how near is near enough.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// The models' promise: relative 1e-9 against exact arithmetic.
const ACCURACY: f64 = 1e-9;

/// What rounding may do where summands cancel, relative to their size: sums of up to 840 months,
/// each of whose powers is off by as many roundings of 1e-16 at most.
const ROUNDING: f64 = 1e-12;

/// A number and the size of what it was summed from, which its rounding errors are relative to.
#[derive(Clone, Copy, Debug)]
pub struct Summed {
    pub value: f64,
    pub size: f64,
}

impl Summed {
    pub fn noise(self) -> f64 {
        ROUNDING * self.size
    }

    /// Above zero, whatever rounding did.
    pub fn is_surely_positive(self) -> bool {
        self.value > self.noise()
    }

    /// Below zero, whatever rounding did.
    pub fn is_surely_negative(self) -> bool {
        self.value < -self.noise()
    }

    pub fn at_least_zero(self) -> Self {
        Self {
            value: self.value.max(0.0),
            ..self
        }
    }

    pub fn is_near(self, got: f64) -> bool {
        let error = ACCURACY * self.value.abs() + self.noise();
        // Where rounding decides everything, nothing is wrong.
        error.is_infinite() || (got - self.value).abs() <= error
    }
}

impl From<f64> for Summed {
    fn from(value: f64) -> Self {
        let size = value.abs();
        Self { value, size }
    }
}

impl std::iter::Sum<f64> for Summed {
    fn sum<I: Iterator<Item = f64>>(terms: I) -> Self {
        terms.fold(Self::from(0.0), |sum, term| Self {
            value: sum.value + term,
            size: sum.size + term.abs(),
        })
    }
}

impl<T: Into<Self>> Add<T> for Summed {
    type Output = Self;
    fn add(self, other: T) -> Self {
        let other = other.into();
        Self {
            value: self.value + other.value,
            size: self.size + other.size,
        }
    }
}

impl Neg for Summed {
    type Output = Self;
    fn neg(self) -> Self {
        Self {
            value: -self.value,
            ..self
        }
    }
}

impl<T: Into<Self>> Sub<T> for Summed {
    type Output = Self;
    fn sub(self, other: T) -> Self {
        self + -other.into()
    }
}

impl<T: Into<Self>> Mul<T> for Summed {
    type Output = Self;
    fn mul(self, other: T) -> Self {
        let other = other.into();
        Self {
            value: self.value * other.value,
            size: self.size * other.value.abs() + self.value.abs() * other.size,
        }
    }
}

impl<T: Into<Self>> Div<T> for Summed {
    type Output = Self;
    fn div(self, other: T) -> Self {
        let other = other.into();
        let value = self.value / other.value;
        let by = other.value.abs();
        // A divisor that rounding may have made leaves nothing to compare with.
        let size = if by <= 2.0 * other.noise() {
            f64::INFINITY
        } else {
            self.size / by + value.abs() * other.size / by
        };
        Self { value, size }
    }
}

/// What a result must be.
pub enum Expected<'a> {
    /// This number.
    Near(Summed),
    /// Nothing.
    Absent,
    /// This number or nothing: which of the two hangs on rounding.
    Unsure(Summed),
    /// One of these, between which rounding decides.
    OneOf(Vec<Option<f64>>),
    /// Whatever keeps this law.
    Law(Box<dyn Fn(Option<f64>) -> bool + 'a>),
}

impl<'a> Expected<'a> {
    /// The number, if the condition is above zero.
    pub fn if_positive(condition: impl Into<Summed>, value: Summed) -> Self {
        let condition = condition.into();
        if condition.is_surely_positive() {
            Self::Near(value)
        } else if condition.value <= 0.0 && condition.noise() == 0.0
            || condition.is_surely_negative()
        {
            Self::Absent
        } else {
            Self::Unsure(value)
        }
    }

    /// The number, unless the condition is below zero.
    pub fn unless_negative(condition: impl Into<Summed>, value: Summed) -> Self {
        let condition = condition.into();
        if condition.is_surely_negative() {
            Self::Absent
        } else if condition.is_surely_positive() || condition.noise() == 0.0 {
            Self::Near(value)
        } else {
            Self::Unsure(value)
        }
    }

    /// As before where the condition holds, nothing where it does not.
    pub fn where_(self, condition: bool) -> Self {
        if condition { self } else { Self::Absent }
    }

    pub fn law(law: impl Fn(Option<f64>) -> bool + 'a) -> Self {
        Self::Law(Box::new(law))
    }

    pub fn is_met_by(&self, got: Option<f64>) -> bool {
        match self {
            Self::Near(value) => got.is_some_and(|got| value.is_near(got)),
            Self::Absent => got.is_none(),
            Self::Unsure(value) => got.is_none_or(|got| value.is_near(got)),
            Self::OneOf(answers) => answers.contains(&got),
            Self::Law(law) => law(got),
        }
    }
}

impl From<f64> for Expected<'_> {
    fn from(value: f64) -> Self {
        Self::Near(value.into())
    }
}

impl From<Summed> for Expected<'_> {
    fn from(value: Summed) -> Self {
        Self::Near(value)
    }
}

impl std::fmt::Debug for Expected<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Near(value) => write!(f, "{value:?}"),
            Self::Absent => f.write_str("nothing"),
            Self::Unsure(value) => write!(f, "{value:?} or nothing"),
            Self::OneOf(answers) => write!(f, "one of {answers:?}"),
            Self::Law(_) => f.write_str("what its law says"),
        }
    }
}

/// The expectations of one model, by output.
pub type Table<'a> = Vec<(&'static str, Expected<'a>)>;
