//! What to put into somebody else's page.

use super::Embed;
use crate::model::parameters::{Inputs, Key};
use crate::state::{State, Theme, View, link};

/// Where an embed goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// A page of plain HTML, Ghost's HTML card: a frame.
    #[default]
    Html,
    /// WordPress: a block with a frame that may run scripts and nothing else.
    WordPress,
    /// A page that takes a script: an element that is as high as what it shows.
    Element,
    /// Substack, Medium, e-mail: a picture that links to the page.
    Picture,
}

impl Place {
    /// Every place, in the order of the dialog.
    pub const ALL: [Self; 4] = [Self::Html, Self::WordPress, Self::Element, Self::Picture];

    /// The name for scripts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::WordPress => "wordpress",
            Self::Element => "element",
            Self::Picture => "picture",
        }
    }

    /// The name on screen.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Html => "HTML, Ghost",
            Self::WordPress => "WordPress",
            Self::Element => "With a script",
            Self::Picture => "Picture",
        }
    }

    /// What to do with it.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Html => {
                "Paste it where the embed belongs; in Ghost into an HTML card. It needs no script, \
                 and of a strict policy only frame-src."
            }
            Self::WordPress => {
                "Paste it into the editor: it becomes a Custom HTML block. Where your role may not \
                 use frames, paste the page's address on a line of its own."
            }
            Self::Element => {
                "The element is as high as what it shows, follows your page's light or dark, and \
                 tells what readers change. A strict policy has to allow script-src and frame-src."
            }
            Self::Picture => {
                "For Substack, Medium and e-mail, which show no frames: copy the picture and paste \
                 it. It shows the preset; its link leads to these figures."
            }
        }
    }
}

/// What is embedded.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The address of the page or of a view's own page, without query and fragment.
    pub page: &'a str,
    /// What is shown.
    pub state: &'a State,
    /// How.
    pub embed: &'a Embed,
    /// What it is called: the title of the view or of the chart.
    pub title: &'a str,
}

/// How large it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Snippet {
    /// Width, px; as wide as its column without one.
    pub width: Option<u32>,
    /// Height, px.
    pub height: u32,
}

impl Subject<'_> {
    /// The address of the embed.
    #[must_use]
    pub fn address(&self) -> String {
        let mut address = format!("{}?{}", root(self.page), self.embed.query());
        // The query names the chart, and with it the view.
        let fragment = match self.embed.chart {
            Some(_) => self.fragment(View::default(), None),
            None => self.fragment(self.state.view, None),
        };
        if !fragment.is_empty() {
            address.push('#');
            address.push_str(&fragment);
        }
        address
    }

    /// The address of the full page with the same figures.
    #[must_use]
    pub fn full_address(&self) -> String {
        match self.fragment(self.state.view, self.embed.chart) {
            fragment if fragment.is_empty() => root(self.page).to_owned(),
            fragment => format!("{}#{fragment}", root(self.page)),
        }
    }

    /// The fragment of this view or chart: pinned, everything that differs from the preset of this
    /// version of links; live, only what is looked at, so that the figures are those of whatever the
    /// preset is when it is opened.
    fn fragment(&self, view: View, chart: Option<&'static str>) -> String {
        let shown = State {
            home: View::default(),
            view,
            chart,
            theme: Theme::Auto,
            baseline: Inputs::default(),
            ..self.state.clone()
        };
        if self.embed.is_pinned {
            // Even the preset is named by its version.
            return match link::encode(&shown) {
                fragment if fragment.is_empty() => "v=1".to_owned(),
                fragment => fragment,
            };
        }
        let look = State {
            view,
            chart,
            unit: shown.unit,
            ..State::default()
        };
        let fragment = link::encode(&look);
        let bare = fragment.strip_prefix("v=1&");
        bare.unwrap_or(&fragment).to_owned()
    }

    /// What to put into a page.
    #[must_use]
    pub fn snippet(&self, place: Place, size: Snippet) -> String {
        match place {
            Place::Html => self.frame("", size),
            Place::WordPress => {
                let sandbox =
                    " class=\"wp-embedded-content\" sandbox=\"allow-scripts allow-popups\"";
                let frame = self.frame(sandbox, size);
                format!("<!-- wp:html -->\n{frame}\n<!-- /wp:html -->")
            }
            Place::Element => self.element(size),
            Place::Picture => self.picture(),
        }
    }

    fn frame(&self, more: &str, Snippet { width, height }: Snippet) -> String {
        let (address, title) = (escaped(&self.address()), escaped(self.title));
        let width = width.map_or_else(|| "100%".to_owned(), |width| width.to_string());
        format!(
            "<iframe src=\"{address}\" title=\"{title} – Hashpivot\" width=\"{width}\" height=\"{height}\" \
             loading=\"lazy\" frameborder=\"0\"{more}></iframe>"
        )
    }

    fn element(&self, Snippet { width, .. }: Snippet) -> String {
        let Self { state, embed, .. } = self;
        let mut attributes = String::new();
        let mut push = |name: &str, value: &str| {
            attributes.push_str(&format!(" {name}=\"{}\"", escaped(value)));
        };
        match embed.chart {
            Some(chart) => push("chart", chart),
            None => push("view", state.view.key()),
        }
        if let Some(theme) = embed.theme {
            push("theme", theme.key());
        }
        if let Some(controls) = embed.controls.written() {
            push("controls", &controls);
        }
        if let Some(width) = width {
            push("width", &width.to_string());
        }
        for pair in self.fragment(state.view, None).split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if name == "unit" || (embed.is_pinned && Key::from_name(name).is_some()) {
                push(&name.replace('_', "-"), value);
            }
        }
        if embed.is_pinned {
            attributes.push_str(" pinned");
        }
        let script = escaped(&format!("{}embed.js", root(self.page)));
        format!("<script async src=\"{script}\"></script>\n<hash-pivot{attributes}></hash-pivot>")
    }

    /// The picture of the view, as a link.
    fn picture(&self) -> String {
        let (address, title) = (escaped(&self.full_address()), escaped(self.title));
        let source = escaped(&self.picture_address());
        format!(
            "<a href=\"{address}\"><img src=\"{source}\" width=\"1200\" height=\"630\" alt=\"{title}: \
             a chart from Hashpivot\"></a>\n<p><a href=\"{address}\">Move the figures yourself: {title} – Hashpivot</a></p>"
        )
    }

    /// The address of the picture of the view.
    #[must_use]
    pub fn picture_address(&self) -> String {
        format!("{}pictures/{}.png", root(self.page), self.state.view.key())
    }
}

/// The folder of the site: that of the page, or the one above that of a view's own page.
fn root(page: &str) -> &str {
    let folder = page.rfind('/').map_or("", |at| &page[..=at]);
    let own = View::ALL.iter().find_map(|view| {
        let above = folder.strip_suffix('/')?.strip_suffix(view.key())?;
        above.ends_with('/').then_some(above)
    });
    own.unwrap_or(folder)
}

/// A text within an attribute in double quotes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '<' => escaped.push_str("&lt;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::embed::{self, Controls};

    const PAGE: &str = "https://example.org/hash/";
    const SIZE: Snippet = Snippet {
        width: None,
        height: 640,
    };

    fn moved() -> State {
        link::decode("v=1&view=pivot&lease_rate=160&theme=dark&base.pue=1.4")
    }

    fn of<'a>(state: &'a State, embed: &'a Embed) -> Subject<'a> {
        Subject {
            page: PAGE,
            state,
            embed,
            title: "HPC pivot",
        }
    }

    #[test]
    fn a_live_embed_names_no_figure() {
        let (state, live) = (moved(), Embed::default());
        let address = of(&state, &live).address();
        assert_eq!(address, "https://example.org/hash/?embed#view=pivot");
        let (preset, live) = (State::default(), Embed::default());
        assert_eq!(
            of(&preset, &live).address(),
            "https://example.org/hash/?embed"
        );
        assert_eq!(of(&preset, &live).full_address(), PAGE);
    }

    #[test]
    fn a_pinned_embed_names_its_figures_and_the_version_of_its_link() {
        let pinned = Embed {
            chart: Some("frontier"),
            theme: Some(Theme::Light),
            controls: Controls::These(vec![Key::LeaseRate, Key::Capex]),
            is_pinned: true,
        };
        let state = moved();
        assert_eq!(
            of(&state, &pinned).address(),
            "https://example.org/hash/?embed&chart=frontier&theme=light&controls=lease_rate,capex\
             &pinned#v=1&lease_rate=160"
        );
        assert_eq!(
            of(&state, &pinned).full_address(),
            "https://example.org/hash/#v=1&view=pivot&chart=frontier&lease_rate=160"
        );
        let preset = State::default();
        let pinned = Embed {
            is_pinned: true,
            ..Embed::default()
        };
        assert_eq!(
            of(&preset, &pinned).address(),
            "https://example.org/hash/?embed&pinned#v=1"
        );
    }

    #[test]
    fn a_pinned_address_starts_from_what_it_was_made_of() {
        let state = moved();
        let pinned = Embed {
            is_pinned: true,
            ..Embed::default()
        };
        let address = of(&state, &pinned).address();
        let (_, rest) = address.split_once('?').expect("a query");
        let (query, fragment) = rest.split_once('#').expect("a fragment");
        let started = embed::start(View::default(), query, fragment);
        assert_eq!(
            (started.view, &started.inputs),
            (View::Pivot, &state.inputs)
        );
        assert_eq!(started.baseline, state.inputs);
    }

    #[test]
    fn a_frame_can_be_pasted_into_a_page() {
        let pinned = Embed {
            is_pinned: true,
            ..Embed::default()
        };
        let state = moved();
        let subject = of(&state, &pinned);
        let html = subject.snippet(Place::Html, SIZE);
        assert_eq!(
            html,
            "<iframe src=\"https://example.org/hash/?embed&amp;pinned#v=1&amp;view=pivot&amp;lease_rate=160\" \
             title=\"HPC pivot – Hashpivot\" width=\"100%\" height=\"640\" loading=\"lazy\" frameborder=\"0\"></iframe>"
        );
        let wordpress = subject.snippet(Place::WordPress, SIZE);
        assert!(wordpress.starts_with("<!-- wp:html -->\n<iframe "));
        assert!(wordpress.contains(" sandbox=\"allow-scripts allow-popups\""));
    }

    #[test]
    fn an_element_has_an_attribute_for_each_figure_that_is_pinned() {
        let state = moved();
        let element = |embed| of(&state, embed).snippet(Place::Element, SIZE);
        let live = Embed {
            controls: Controls::None,
            ..Embed::default()
        };
        let script = "<script async src=\"https://example.org/hash/embed.js\"></script>\n";
        assert_eq!(
            element(&live),
            format!("{script}<hash-pivot view=\"pivot\" controls=\"none\"></hash-pivot>")
        );
        let pinned = Embed {
            is_pinned: true,
            theme: Some(Theme::Dark),
            ..Embed::default()
        };
        assert_eq!(
            element(&pinned),
            format!(
                "{script}<hash-pivot view=\"pivot\" theme=\"dark\" lease-rate=\"160\" pinned></hash-pivot>"
            )
        );
    }

    #[test]
    fn a_picture_links_to_the_full_page() {
        let state = moved();
        let pinned = Embed {
            is_pinned: true,
            ..Embed::default()
        };
        let html = of(&state, &pinned).snippet(Place::Picture, SIZE);
        assert!(html.starts_with(
            "<a href=\"https://example.org/hash/#v=1&amp;view=pivot&amp;lease_rate=160\">\
             <img src=\"https://example.org/hash/pictures/pivot.png\""
        ));
    }

    #[test]
    fn everything_is_found_from_the_folder_of_the_site() {
        for (page, folder) in [
            (PAGE, PAGE),
            ("https://example.org/hash/index.html", PAGE),
            ("https://example.org/hash/pivot/", PAGE),
            ("https://example.org/hash/pivot/index.html", PAGE),
            ("https://example.org/pivot/", "https://example.org/"),
            (
                "https://example.org/my-pivot/",
                "https://example.org/my-pivot/",
            ),
        ] {
            assert_eq!(root(page), folder, "{page}");
        }
    }

    #[test]
    fn no_title_ends_an_attribute() {
        assert_eq!(escaped("a \"b\" & <c>"), "a &quot;b&quot; &amp; &lt;c>");
    }
}
