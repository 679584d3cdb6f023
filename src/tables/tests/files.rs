//! Files as programs save them.

use super::*;

/// What each of the files below holds.
fn saved() -> Vec<Miner> {
    use Column::{Efficiency, FleetHashrate, NetDebt, PowerPrice};
    vec![
        miner(
            "Süd, Ost & „Co“",
            &[
                (FleetHashrate, 1_234.5 / 10.0),
                (Efficiency, 17.5),
                (PowerPrice, 45.5),
                (NetDebt, -1_234.5),
            ],
        ),
        miner(
            "Two\nlines",
            &[
                (FleetHashrate, 12.0),
                (Efficiency, 30.0),
                (PowerPrice, 0.125),
                (NetDebt, 200.0),
            ],
        ),
    ]
}

fn utf_16_le(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

fn utf_16_be(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}

#[test]
fn files_are_read_as_excel_and_libreoffice_save_them() {
    let excel_us = "\u{feff}name,fleet_hashrate,efficiency,power_price,net_debt\r\n\
                    \"Süd, Ost & „Co“\",123.45,17.5,45.5,\"-1,234.5\"\r\n\
                    \"Two\nlines\",12,30,0.125,200\r\n"
        .as_bytes();
    // ü, „ and “ in Windows-1252; German decimals.
    let excel_german = b"name;fleet_hashrate;efficiency;power_price;net_debt\r\n\
                         S\xfcd, Ost & \x84Co\x93;123,45;17,5;45,5;-1.234,5\r\n\
                         \"Two\nlines\";12;30;0,125;200\r\n";
    let excel_unicode_text = utf_16_le(
        "name\tfleet_hashrate\tefficiency\tpower_price\tnet_debt\r\n\
         \"Süd, Ost & „Co“\"\t123.45\t17.5\t45.5\t-1,234.5\r\n\
         \"Two\nlines\"\t12\t30\t0.125\t200\r\n",
    );
    let libreoffice = "\"name\",\"fleet_hashrate\",\"efficiency\",\"power_price\",\"net_debt\"\n\
                       \"Süd, Ost & „Co“\",123.45,17.5,45.5,-1234.5\n\
                       \"Two\nlines\",12,30,0.125,200\n"
        .as_bytes();
    let excel_macintosh = "name,fleet_hashrate,efficiency,power_price,net_debt\r\
                           \"Süd, Ost & „Co“\",123.45,17.5,45.5,\"-1,234.5\"\r\
                           \"Two\nlines\",12,30,0.125,200\r"
        .as_bytes();
    // "CSV UTF-8" of a German Excel, and the same with the line by which Excel splits anywhere.
    let german = "name;fleet_hashrate;efficiency;power_price;net_debt\r\n\
                  Süd, Ost & „Co“;123,45;17,5;45,5;-1.234,5\r\n\
                  \"Two\nlines\";12;30;0,125;200\r\n";
    let excel_german_utf_8 = format!("\u{feff}{german}").into_bytes();
    let excel_with_separator = format!("\u{feff}sep=;\r\n{german}").into_bytes();
    let unicode_with_separator = utf_16_le(&format!("sep=;\r\n{german}"));
    let with_rows = |bytes: &[u8]| read(&decode(bytes));
    for bytes in [
        excel_us,
        excel_german,
        &excel_unicode_text,
        libreoffice,
        excel_macintosh,
        &excel_german_utf_8,
        &excel_with_separator,
        &unicode_with_separator,
    ] {
        let table = with_rows(bytes);
        assert_eq!(told(&table), Vec::<String>::new());
        assert_eq!(table.miners, saved());
        let missing = [
            "overhead",
            "gross_mw",
            "execution_pct",
            "share_price",
            "shares",
            "cash",
        ];
        assert_eq!(table.missing, missing);
    }
}

#[test]
fn bytes_become_text_by_their_mark_or_by_what_they_can_be() {
    let text = "naïve – 5 €, 💥";
    for bytes in [text.as_bytes().to_vec(), utf_16_le(text), utf_16_be(text)] {
        assert_eq!(decode(&bytes), text);
    }
    assert_eq!(decode("\u{feff}naïve".as_bytes()), "naïve");
    assert_eq!(decode(b"5 \x80 \x96 na\xefve \x9f\xff"), "5 € – naïve Ÿÿ");
    assert_eq!(
        decode(b"\x81\x8d\x8f\x90\x9d"),
        "\u{81}\u{8d}\u{8f}\u{90}\u{9d}"
    );
    assert_eq!(decode(b""), "");
    // What is cut off or wrong in a marked file is told, not guessed.
    assert_eq!(decode(&[0xff, 0xfe, b'a', 0, b'b']), "a\u{fffd}");
    assert_eq!(decode(&[0xff, 0xfe, 0x3d, 0xd8, b'a', 0]), "\u{fffd}a");
    assert_eq!(decode(b"\xef\xbb\xbfa\xff"), "a\u{fffd}");
}
