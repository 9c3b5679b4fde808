//! Pictures as SVG. Colours are the page's variables, so one picture serves light, dark and print.

use consoma_model::declare::Reading;
use kuva::prelude::{Layout, LinePlot, Plot, ScatterPlot, ShadedRegion, SvgBackend};
use kuva::render::render::render_multiple;
use kuva::render::theme::Theme;

/// Size of a panel, in units of its own drawing.
const PANEL: (f64, f64) = (520.0, 340.0);
/// Space above the highest value, as a share of the range.
const HEADROOM: f64 = 0.06;

/// The colour of a reading.
pub(super) fn colour(reading: Reading) -> &'static str {
    match reading {
        Reading::Told => "var(--told)",
        Reading::Measured => "var(--measured)",
        Reading::Null => "var(--null)",
    }
}

/// A predicted course: its middle and its spread.
pub(super) struct Curve {
    pub(super) reading: Reading,
    /// Time and mean.
    pub(super) middle: Vec<(f64, f64)>,
    /// One standard deviation below and above.
    pub(super) band: (Vec<f64>, Vec<f64>),
}

/// A panel: measured points with their standard errors, predicted courses, and encounters as stripes.
pub(super) struct Panel<'a> {
    pub(super) title: &'a str,
    pub(super) x_label: &'a str,
    pub(super) y_label: &'a str,
    /// Time, mean, standard error (0 where it is not known).
    pub(super) points: Vec<(f64, f64, f64)>,
    pub(super) curves: Vec<Curve>,
    pub(super) stripes: Vec<(f64, f64)>,
    /// Highest value of the axis, so that panels can share it.
    pub(super) top: f64,
}

impl Panel<'_> {
    /// The highest value that the panel holds.
    pub(super) fn highest(&self) -> f64 {
        let points = self.points.iter().map(|(_, mean, error)| mean + error);
        let bands = self.curves.iter().flat_map(|curve| curve.band.1.iter().copied());
        points.chain(bands).fold(0.0, f64::max) * (1.0 + HEADROOM)
    }

    /// The panel as SVG.
    pub(super) fn svg(&self) -> String {
        let mut plots: Vec<Plot> = Vec::new();
        for curve in &self.curves {
            let line = LinePlot::new()
                .with_data(curve.middle.clone())
                .with_color(colour(curve.reading))
                .with_stroke_width(2.2)
                .with_band(curve.band.0.clone(), curve.band.1.clone());
            // Readings differ by line style too: colour alone does not print.
            plots.push(Plot::Line(match curve.reading {
                Reading::Told => line,
                Reading::Measured => line.with_dashed(),
                Reading::Null => line.with_dotted(),
            }));
        }
        let mut points = ScatterPlot::new()
            .with_data(self.points.iter().map(|&(time, mean, _)| (time, mean)))
            .with_color("var(--ink)")
            .with_size(if self.points.len() > 40 { 2.0 } else { 4.0 });
        if self.points.iter().any(|&(.., error)| error > 0.0) {
            points = points.with_y_err(self.points.iter().map(|&(.., error)| error));
        }
        plots.push(Plot::Scatter(points));
        let mut layout = Layout::auto_from_plots(&plots)
            .with_title(self.title)
            .with_title_size(17)
            .with_x_label(self.x_label)
            .with_y_label(self.y_label)
            .with_width(PANEL.0)
            .with_height(PANEL.1)
            .with_y_axis_min(0.0)
            .with_y_axis_max(self.top)
            .with_tick_size(13)
            .with_theme(theme());
        for &(from, to) in &self.stripes {
            layout = layout
                .with_shaded_region(ShadedRegion::vertical(from, to).with_color("var(--stripe)").with_opacity(0.22));
        }
        let svg = SvgBackend::default().render_scene(&render_multiple(plots, layout));
        // With a viewBox alone the page decides the size.
        let size = format!("width=\"{}\" height=\"{}\"", PANEL.0, PANEL.1);
        svg.replacen(&size, &format!("viewBox=\"0 0 {} {}\"", PANEL.0, PANEL.1), 1)
    }
}

fn theme() -> Theme {
    let ink = || "var(--ink)".to_owned();
    Theme {
        background: "none".into(),
        axis_color: "var(--quiet)".into(),
        grid_color: "var(--grid)".into(),
        tick_color: "var(--quiet)".into(),
        text_color: ink(),
        legend_bg: "none".into(),
        legend_border: "none".into(),
        pie_leader: ink(),
        box_median: ink(),
        violin_border: ink(),
        colorbar_border: ink(),
        font_family: Some("system-ui, sans-serif".into()),
        show_grid: true,
    }
}
