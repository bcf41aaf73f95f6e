//! The chart that the README shows: four panels of bars, drawn by plotters as SVG.

use super::report::{Column, Report, processor};
use super::scenarios::{BULK, HANDSHAKE};
use crate::shell::Result;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// Size of the picture.
const SIZE: (u32, u32) = (920, 408);
/// Height of a bar, and from one bar to the next.
const BAR: (i32, i32) = (22, 31);
/// Where bars start within a panel, and how long the longest is.
const BARS: (i32, i32) = (128, 230);
/// Top left corners of the panels, by column and row.
const LEFT: [i32; 2] = [20, 475];
const TOP: [i32; 2] = [72, 246];

const INK: RGBColor = RGBColor(0x24, 0x29, 0x2f);
const FAINT: RGBColor = RGBColor(0x65, 0x6d, 0x76);
const OURS: RGBColor = RGBColor(0xb7, 0x41, 0x0e);
const OTHER: RGBColor = RGBColor(0xa9, 0xb4, 0xc0);

/// The order of the bars.
const COLUMNS: [Column; 4] = [Column::Ours, Column::Rustls, Column::OpenSsl, Column::Stock];

/// The panels: title, scenario, side, place.
const PANELS: [(&str, &str, &str, (usize, usize)); 4] = [
    ("Full handshakes per second, client", HANDSHAKE, "client", (0, 0)),
    ("Full handshakes per second, server", HANDSHAKE, "server", (1, 0)),
    ("AES-128-GCM sent, GB/s", BULK, "send", (0, 1)),
    ("AES-128-GCM received, GB/s", BULK, "receive", (1, 1)),
];

/// The picture as SVG; panels whose scenario was not run stay empty.
pub fn draw(report: &Report) -> Result<String> {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
        area.fill(&WHITE)?;
        let put = |text: &str, at: (i32, i32), size: f64, style: FontStyle, color: RGBColor, side: HPos| {
            let font = FontDesc::new(FontFamily::SansSerif, size, style);
            let style = font.color(&color).pos(Pos::new(side, VPos::Center));
            area.draw(&Text::new(text.to_owned(), at, style))
        };
        put(
            "TLS 1.3 on one core, longer is faster",
            (20, 26),
            20.0,
            FontStyle::Bold,
            INK,
            HPos::Left,
        )?;
        let below = format!("{}; ECDSA P-256 certificate, x25519; writes of 16 KiB", processor());
        put(&below, (20, 49), 13.0, FontStyle::Normal, FAINT, HPos::Left)?;

        for (title, scenario, side, (column, row)) in PANELS {
            let Some(measured) = report.row(scenario, side) else {
                continue;
            };
            let (left, top) = (LEFT[column], TOP[row]);
            put(title, (left, top + 10), 15.0, FontStyle::Bold, INK, HPos::Left)?;
            let largest = COLUMNS
                .iter()
                .map(|&column| measured.figure(column).0)
                .fold(0.0, f64::max);
            for (place, column) in (0..).zip(COLUMNS) {
                let (value, _) = measured.figure(column);
                if !value.is_finite() {
                    continue;
                }
                let (from, above) = (left + BARS.0, top + 28 + place * BAR.1);
                let length = (f64::from(BARS.1) * value / largest).round().max(1.0) as i32;
                let ours = column == Column::Ours;
                let (color, style) = if ours {
                    (OURS, FontStyle::Bold)
                } else {
                    (OTHER, FontStyle::Normal)
                };
                let middle = above + BAR.0 / 2;
                put(column.title(), (from - 8, middle), 13.0, style, INK, HPos::Right)?;
                area.draw(&Rectangle::new(
                    [(from, above), (from + length, above + BAR.0)],
                    color.filled(),
                ))?;
                let label = measured.figure_text(column);
                put(&label, (from + length + 6, middle), 13.0, style, INK, HPos::Left)?;
            }
        }
        area.present()?;
    }
    Ok(svg)
}
