//! The same seed gives the same bytes on any number of threads, and another seed gives others.

mod common;

use common::{SHORT, consoma, scenario};

#[test]
fn same_bytes() {
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), &SHORT.replace("count = 3", "count = 24"));
    let files = |threads: &str, seed: &str| {
        let out = place.path().join(format!("{threads}-{seed}"));
        let mut command = consoma();
        command.args(["run", "--seed", seed, "--out"]).arg(&out).arg(&path).env("RAYON_NUM_THREADS", threads);
        command.assert().success();
        ["columns.csv", "columns.parquet", "events.csv", "people.csv", "summary.json"]
            .map(|name| std::fs::read(out.join(name)).unwrap())
    };
    let one = files("1", "5");
    for threads in ["2", "7"] {
        assert!(files(threads, "5") == one, "{threads} threads");
    }
    assert!(files("2", "6")[0] != one[0]);
}
