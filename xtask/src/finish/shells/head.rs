//! What stands in the head of a view's page for those who share, list or embed it.

use hashpivot::state::View;
use serde_json::json;

use super::markup::escaped;
use super::picture::SIZE;
use super::words::{description, question};

/// Width and height of a frame that shows a view, px.
const FRAME: (u32, u32) = (640, 760);

/// Where a view is below the public address of the site.
pub(super) fn page_of(view: View, address: &str) -> String {
    match view {
        View::Hashprice => address.to_owned(),
        view => format!("{address}{}/", view.key()),
    }
}

/// The title in the browser's tab: the one that the app sets too.
pub(super) fn title(view: View) -> String {
    format!("{} – Hashpivot", view.title())
}

/// Open Graph's tags with the view's picture, and where oEmbed is answered.
pub(super) fn social(view: View, address: &str) -> String {
    let key = view.key();
    let page = page_of(view, address);
    let (width, height) = SIZE;
    let alternative = format!(
        "Sentence, key figures and first chart of Hashpivot's view {}",
        view.title()
    );
    let tags = [
        ("og:type", "website"),
        ("og:site_name", "Hashpivot"),
        ("og:title", question(view)),
        ("og:description", description(view)),
        ("og:url", &page),
        ("og:image", &format!("{address}pictures/{key}.png")),
        ("og:image:type", "image/png"),
        ("og:image:width", &width.to_string()),
        ("og:image:height", &height.to_string()),
        ("og:image:alt", &alternative),
    ];
    let tags = tags.map(|(name, value)| {
        format!(
            "<meta property=\"{name}\" content=\"{}\">\n",
            escaped(value)
        )
    });
    format!(
        "{}<meta name=\"twitter:card\" content=\"summary_large_image\">\n\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
        tags.concat(),
        escaped(&format!("{address}{key}/oembed.json")),
        escaped(&title(view)),
    )
}

/// The answer to oEmbed: the view in a frame, and its picture.
pub(super) fn oembed(view: View, address: &str) -> String {
    let key = view.key();
    let (width, height) = FRAME;
    let frame = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" sandbox=\"allow-scripts allow-popups\"></iframe>",
        escaped(&format!("{address}{key}/?embed")),
        escaped(&title(view)),
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": question(view),
        "provider_name": "Hashpivot",
        "provider_url": address,
        "html": frame,
        "width": width,
        "height": height,
        "thumbnail_url": format!("{address}pictures/{key}.png"),
        "thumbnail_width": SIZE.0,
        "thumbnail_height": SIZE.1,
    });
    format!("{answer:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://a.example/miners/";

    #[test]
    fn each_view_has_its_own_picture_title_and_answer_below_the_public_address() {
        for view in View::ALL {
            let (head, key) = (social(view, ADDRESS), view.key());
            for part in [
                format!("\"og:image\" content=\"{ADDRESS}pictures/{key}.png\""),
                format!("href=\"{ADDRESS}{key}/oembed.json\""),
                "summary_large_image".to_owned(),
                escaped(question(view)),
            ] {
                assert!(head.contains(&part), "{part} is not in {head}");
            }
        }
    }

    #[test]
    fn oembed_answers_with_a_frame_that_shows_the_view() {
        let answer: serde_json::Value =
            serde_json::from_str(&oembed(View::Pivot, ADDRESS)).expect("it is JSON");
        let text = |key: &str| answer[key].as_str().expect("it is text").to_owned();
        assert_eq!(
            (text("version").as_str(), text("type").as_str()),
            ("1.0", "rich")
        );
        assert!(text("html").starts_with(&format!("<iframe src=\"{ADDRESS}pivot/?embed\"")));
        assert_eq!(answer["thumbnail_width"], 1200);
    }
}
