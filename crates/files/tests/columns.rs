//! Parquet and CSV hold the same numbers, with their units.

use bytes::Bytes;
use consoma_files::{columns, model_hash, scenario};
use consoma_lab::record::Record;
use consoma_lab::simulate::simulate;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::RowAccessor;

fn record() -> Record {
    let text = "consoma = 1\nname = \"x\"\nstart = \"day 1 12:00\"\nend = \"day 1 22:00\"\nseed = 7\n\
                [[people]]\nname = \"Ada, and \\\"others\\\"\"\nsex = \"female\"\ncount = 2\n\
                [[encounter]]\nname = \"t\"\nat = \"day 1 19:00\"\nlasts = \"45 min\"\ndisclosure = 0.8\nresponsiveness = 0.8\nwith = \"friend\"\n\
                [output]\nevery = \"30 min\"\nquantities = [\"saliva.cortisol\", \"acth.plasma\"]\n";
    let scenario = scenario::parse("x.toml", text).unwrap();
    let courses = scenario.readings.iter().map(|&it| (it, simulate(&scenario, it, &|| ()).unwrap())).collect();
    Record { scenario, courses, control: Vec::new() }
}

#[test]
fn read_back() {
    let record = record();
    let (mut parquet, mut csv) = (Vec::new(), Vec::new());
    columns::parquet(&record, &mut parquet).unwrap();
    columns::csv(&record, &mut csv).unwrap();

    let file = SerializedFileReader::new(Bytes::from(parquet)).unwrap();
    let mut rows = file.get_row_iter(None).unwrap();
    let mut table = csv::Reader::from_reader(&csv[..]);
    let heads: Vec<_> = table.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(heads[..2], ["seed", "model_hash"]);
    assert_eq!(heads[2..], ["reading", "person", "group", "time_min", "saliva.cortisol", "acth.plasma"]);
    let mut count = 0;
    for line in table.records() {
        let (line, row) = (line.unwrap(), rows.next().unwrap().unwrap());
        assert_eq!((&line[0], &line[1]), ("7", &*model_hash()));
        let line: Vec<_> = line.iter().skip(2).collect();
        assert_eq!(line[0], row.get_string(0).unwrap());
        assert_eq!(line[1].parse::<i64>().unwrap(), row.get_long(1).unwrap());
        assert_eq!(line[2], row.get_string(2).unwrap());
        for (column, number) in line.iter().enumerate().skip(3) {
            let (a, b) = (number.parse::<f64>().unwrap(), row.get_double(column).unwrap());
            assert_eq!(a.to_bits(), b.to_bits());
        }
        count += 1;
    }
    assert!(rows.next().is_none());
    assert_eq!(count, 2 * 2 * 21, "readings, people, times");
}

#[test]
fn metadata() {
    let mut bytes = Vec::new();
    columns::parquet(&record(), &mut bytes).unwrap();
    let file = SerializedFileReader::new(Bytes::from(bytes)).unwrap();
    let pairs = file.metadata().file_metadata().key_value_metadata().unwrap().clone();
    let value = |key: &str| pairs.iter().find(|pair| pair.key == key).and_then(|pair| pair.value.clone());
    assert_eq!(value("unit:saliva.cortisol").as_deref(), Some("nmol/L"));
    assert_eq!(value("reading").as_deref(), Some("told,measured"));
    assert_eq!(value("seed").as_deref(), Some("7"));
    assert_eq!(value("model_hash"), Some(model_hash()));
}

#[test]
fn events_have_times_inside_the_span() {
    let record = record();
    let mut csv = Vec::new();
    columns::events(&record, &mut csv).unwrap();
    let mut table = csv::Reader::from_reader(&csv[..]);
    let heads = table.headers().unwrap().clone();
    let expected = ["seed", "model_hash", "reading", "person", "group", "time_min", "what", "name", "size"];
    assert_eq!(heads.iter().collect::<Vec<_>>(), expected);
    let mut begins = 0;
    for line in table.records() {
        let line = line.unwrap();
        let cell = |name: &str| &line[expected.iter().position(|head| *head == name).unwrap()];
        let time: f64 = cell("time_min").parse().unwrap();
        assert!((720.0..=1320.0).contains(&time));
        begins += usize::from(cell("what") == "encounter begins" && time == 1140.0);
        let encounter = cell("what").starts_with("encounter");
        assert_eq!(cell("name"), if encounter { "t" } else { "" });
        assert_eq!(cell("size").is_empty(), !cell("what").ends_with("pulse"), "{line:?}");
        assert_eq!((cell("seed"), cell("model_hash")), ("7", &*model_hash()));
    }
    assert_eq!(begins, 2 * 2);
}
