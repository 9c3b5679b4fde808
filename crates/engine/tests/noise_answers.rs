//! Draws give published and frozen answers, bit for bit.

use consoma_engine::noise::{Ornstein, Process, Renewal, Source, philox};

#[test]
fn philox_gives_the_published_answers() {
    // The three lines for philox4x32-10 in the file kat_vectors of the Random123 distribution.
    let zeros = philox([0; 4], [0; 2]);
    assert_eq!(zeros, [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
    let ones = philox([u32::MAX; 4], [u32::MAX; 2]);
    assert_eq!(ones, [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
    let pi = philox([0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0]);
    assert_eq!(pi, [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]);
}

#[test]
fn names_hash_to_the_published_answers() {
    // From the test vectors of the FNV distribution: FNV-1a, 32 bits.
    for (name, hash) in [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] {
        assert_eq!(Process::new(name).hash(), hash, "{name}");
    }
}

#[test]
fn draws_are_frozen() {
    let stream = Source::new(0x0123_4567_89ab_cdef).stream(0xfedc_ba98_7654_3210, Process::new("frozen"));
    let far = 1 << 40;
    let found = [
        stream.uniform(0),
        stream.uniform(1),
        stream.uniform(far),
        stream.normal(0),
        stream.normal(far),
        stream.gamma(0, 20.0).expect("in the domain"),
        stream.lognormal(1, 2.0, 0.5),
        Renewal::new(stream, 100.0, 90.0, 16.0).expect("in the domain").nth(3).map_or(0.0, |(_, time)| time),
        Ornstein::new(stream, 0.0, 10.0, 60.0, 2.0).expect("in the domain").nth(3).map_or(0.0, |(_, value)| value),
    ];
    let bits = found.map(f64::to_bits);
    assert_eq!(bits, FROZEN, "{found:?}");
}

/// What the first release drew. A change here changes every study that was ever run: never update it.
const FROZEN: [u64; 9] = [
    0x3fa8_cae5_4b2f_a610,
    0x3fd7_b605_1d6f_64f6,
    0x3fe5_879d_4367_cbb3,
    0xc000_3488_b1f9_81fd,
    0x3fe9_7728_4455_e275,
    0x4028_00a0_3e1d_693e,
    0x3ff2_f29d_f9f1_6158,
    0x4077_0790_e098_3d9b,
    0xc008_4352_063c_e682,
];

#[test]
fn uniform_draws_stay_inside_the_open_interval() {
    // The extremes come from words of all zeros and all ones: (0 + 1/2) 2^-52 and (2^52 - 1 + 1/2) 2^-52.
    let stream = Source::new(3).stream(1, Process::new("open interval"));
    for index in 0..100_000 {
        let u = stream.uniform(index);
        assert!(u > 0.0 && u < 1.0);
        // One of the odd multiples of 2^-53.
        assert_eq!((u * (1_u64 << 53) as f64).rem_euclid(2.0), 1.0);
    }
}

#[test]
fn draws_outside_the_domain_are_errors() {
    let stream = Source::new(3).stream(1, Process::new("domain"));
    for shape in [9.99, 0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(stream.gamma(0, shape).is_err());
        assert!(Renewal::new(stream, 0.0, 1.0, shape).is_err());
    }
    for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(Renewal::new(stream, 0.0, bad, 10.0).is_err());
        assert!(Ornstein::new(stream, 0.0, bad, 1.0, 1.0).is_err());
        assert!(Ornstein::new(stream, 0.0, 1.0, bad, 1.0).is_err());
    }
    assert!(Ornstein::new(stream, 0.0, 1.0, 1.0, -1.0).is_err());
    assert!(Ornstein::new(stream, f64::NAN, 1.0, 1.0, 1.0).is_err());
}
