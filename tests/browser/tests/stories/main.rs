//! The stories, each told in each engine. See the documentation of `browser_tests` for how to run
//! one of them.

mod analyst;
mod api;
mod charts;
mod controls;
mod crashes;
mod dragging;
mod drawings;
mod embedding;
mod embeds;
mod exports;
mod failures;
mod header;
mod hosting;
mod how;
mod keyboard;
mod links;
mod live;
mod looks;
mod miners;
mod network;
mod offline;
mod one_file;
mod outlook;
mod phone;
mod pivot;
mod presets;
mod print;
mod published;
mod shells;
mod typing;
mod undo;
mod valuation;

use browser_tests::{Browser, Engine, close_all, with_browser};
use libtest_mimic::{Arguments, Trial};

/// What a reader does and sees.
#[derive(Clone, Copy)]
struct Story {
    name: &'static str,
    tell: fn(&Browser),
    engines: &'static [Engine],
}

/// Names functions as stories: for every engine, or for those given first.
macro_rules! stories {
    ($engines:expr; $($file:ident::$story:ident,)*) => {
        &[$(Story {
            name: concat!(stringify!($file), "::", stringify!($story)),
            tell: $file::$story,
            engines: $engines,
        },)*]
    };
}

const EVERYWHERE: &[Story] = stories![&Engine::ALL;
    analyst::an_analyst_checks_a_note_and_sends_the_link,
    print::drawings_are_laid_out_for_paper_and_back,
    dragging::a_dragged_slider_takes_every_figure_with_it,
    dragging::a_dragged_slider_takes_the_pivot_with_it,
    dragging::on_a_phone_a_chip_brings_the_slider,
    typing::enter_takes_a_number_however_it_is_written,
    typing::billions_and_percentages_are_understood,
    typing::leaving_a_field_takes_its_number,
    typing::nonsense_is_refused_with_reason_and_kept,
    typing::a_correction_clears_the_refusal,
    controls::marks_are_named_where_the_pointer_or_the_keyboard_is,
    controls::a_track_shows_baseline_break_even_and_what_was_reported,
    controls::a_press_on_a_mark_sets_the_value,
    controls::a_thumb_near_the_break_even_is_drawn_to_it,
    controls::a_curve_of_the_headline_stands_under_a_slider_that_is_looked_at,
    controls::an_optional_input_is_set_and_cleared,
    controls::difficulty_and_hashrate_are_both_typed_and_linked,
    controls::help_is_opened_without_a_mouse,
    controls::a_group_is_there_while_it_is_open,
    controls::a_change_moves_no_control_away,
    phone::a_chart_stays_in_sight_while_a_slider_is_dragged,
    phone::a_lone_chart_stays_in_sight_too,
    phone::a_field_that_is_typed_in_has_its_curve_over_the_sheet,
    phone::the_sheet_pulled_up_holds_every_input,
    phone::texts_of_the_open_sheet_fit_a_small_phone,
    phone::what_is_touched_is_large_enough,
    keyboard::what_is_typed_after_tab_takes_the_place_of_what_stands_there,
    keyboard::a_row_that_is_removed_leaves_the_focus_beside_it,
    keyboard::keys_move_a_slider_by_round_steps,
    keyboard::steppers_and_reset_are_reached_and_pressed,
    keyboard::arrows_read_a_chart_and_escape_puts_the_reading_away,
    links::a_device_that_shares_is_offered_the_link,
    links::a_link_restores_what_it_says,
    links::a_change_is_in_the_link_within_a_second_and_survives_a_reload,
    links::what_is_too_long_for_a_link_survives_a_reload,
    links::what_a_link_says_wrongly_is_reported,
    links::a_link_that_is_followed_says_what_it_says_wrongly,
    links::what_a_host_page_appended_is_left_alone,
    links::a_link_followed_while_a_change_is_written_is_not_lost,
    links::views_are_tabs_and_back_goes_back,
    links::a_link_is_copied_and_that_is_said,
    links::a_link_to_a_chart_opens_its_view_and_shows_it,
    links::a_tab_is_a_link_to_its_view_with_everything_as_it_is,
    links::tables_travel_in_links,
    links::what_is_chosen_for_charts_travels_in_a_link_and_is_undone,
    links::a_history_of_ones_own_travels_in_a_link,
    live::live_data_is_read_at_a_press_and_taken_back_in_one_step,
    live::what_cannot_be_read_is_told_and_kept,
    live::a_late_and_an_endless_answer_are_given_up,
    live::a_server_that_is_not_there_changes_nothing,
    live::a_text_or_file_of_answers_does_the_same,
    live::a_file_that_is_dropped_is_read_like_a_text,
    live::an_embed_asks_nobody,
    live::without_a_press_nobody_else_is_asked,
    undo::each_change_is_taken_back_by_itself,
    undo::keys_undo_and_redo,
    undo::what_is_typed_on_the_way_to_another_view_is_kept,
    undo::what_is_refused_outlives_its_field,
    undo::what_was_just_changed_is_there_after_coming_back,
    undo::a_reload_keeps_what_was_just_changed,
    undo::pasted_rows_come_back,
    undo::keys_undo_in_the_fields_of_tables_too,
    undo::what_is_refused_comes_back_with_its_value,
    undo::what_is_refused_comes_back_with_its_row,
    undo::what_is_refused_outlives_a_reload,
    undo::back_and_forth_between_views_keeps_the_inputs,
    undo::a_step_of_the_history_keeps_its_view_however_late_frames_come,
    undo::a_link_holds_what_was_typed_just_before,
    presets::a_scenario_sets_its_inputs_and_says_where_they_are_from,
    presets::what_is_pinned_is_named_until_it_is_unpinned,
    header::another_view_shows_none_of_the_charts_before_it,
    header::resetting_restores_one_input_or_all,
    header::figures_are_compared_with_the_preset_or_a_pinned_state,
    header::the_unit_changes_texts_but_no_result,
    header::in_satoshis_changes_are_those_of_satoshis,
    header::in_satoshis_charts_over_the_price_can_be_read,
    header::light_and_dark_paint_the_page,
    header::on_a_desktop_the_bar_is_one_line,
    header::on_smaller_screens_tabs_scroll_and_tools_fold,
    charts::every_result_of_the_views_models_is_shown,
    charts::the_mouse_reads_a_chart_where_it_points,
    charts::each_chart_of_the_hashprice_view_has_axes_and_a_sentence,
    charts::a_tap_reads_and_stays,
    charts::bars_are_read_one_by_one,
    charts::arrows_read_the_map_in_two_directions,
    charts::keys_start_at_exactly_todays_figures,
    charts::the_pointer_changes_nothing_but_the_reading,
    charts::a_map_stays_while_the_fleet_moves_on_it,
    charts::a_baseline_beyond_the_map_is_said_to_be_there,
    charts::the_change_of_profit_is_shared_out_over_its_causes,
    charts::the_baseline_is_named_at_its_lines,
    drawings::the_baseline_is_drawn_as_ghosts_where_anything_differs,
    drawings::every_chart_answers_in_one_sentence,
    drawings::a_map_is_read_without_its_colours,
    drawings::the_losing_stretch_is_washed_and_named,
    how::each_figure_is_explained_by_its_formula,
    how::a_formula_follows_the_inputs_in_words_and_numbers,
    how::an_explanation_is_opened_and_closed_by_keys,
    how::an_embed_explains_its_figures_where_they_stand,
    exports::the_table_says_what_the_file_says,
    exports::the_table_holds_what_is_marked,
    exports::a_link_leads_to_the_same_chart,
    exports::a_frame_that_may_forbid_downloads_says_so,
    pivot::an_announced_deal_is_a_start_with_its_source_beside_it,
    pivot::a_late_deal_says_what_the_delay_costs,
    pivot::the_break_even_lease_of_the_sentence_is_that_of_figure_and_condition,
    pivot::conditions_turn_with_the_winner_and_say_where_there_is_none,
    pivot::the_gain_adds_up_from_its_parts,
    pivot::megawatts_are_gross_or_critical_it_and_say_so,
    pivot::cash_is_shown_before_and_after_the_loan,
    pivot::the_frontier_says_who_wins,
    pivot::two_sites_add_up_month_by_month,
    pivot::stages_count_gross_or_critical_it_and_all_or_expected,
    pivot::a_site_has_inputs_of_its_own,
    pivot::a_site_has_a_name_a_month_and_a_contract,
    pivot::a_month_of_decision_is_refused_with_the_reason,
    pivot::open_inputs_stay_with_their_site,
    pivot::deals_stand_around_your_lease,
    network::a_lower_price_moves_the_equilibrium_and_not_the_capacity,
    network::the_cost_curve_names_where_you_are,
    network::epoch_by_epoch_the_network_overshoots_and_returns,
    network::calibrating_puts_the_network_at_rest,
    network::a_chain_that_stalls_says_what_that_means,
    network::a_halving_is_marked_where_it_falls,
    network::signals_say_on_what_data_they_stand,
    network::the_reported_history_is_drawn_and_names_its_sources,
    network::a_history_of_ones_own_is_read_without_losing_a_row,
    miners::the_ranking_is_that_of_the_models,
    miners::a_column_sorts_in_both_directions,
    miners::a_number_is_edited_in_its_cell_or_refused_with_the_reason,
    miners::what_is_refused_stays_with_its_miner,
    miners::rows_are_added_copied_moved_and_removed,
    miners::pasted_rows_are_read_and_a_bad_one_is_named,
    miners::the_saved_table_is_read_back,
    miners::a_file_is_opened_whatever_its_encoding,
    miners::what_a_share_gains_or_loses_has_its_colour,
    miners::two_rows_make_a_pair_with_its_hedge,
    miners::miners_stand_where_their_power_costs_are,
    miners::the_baseline_stands_beside_the_miners,
    miners::reported_share_moves_are_dated_and_have_a_source,
    miners::each_key_figure_says_what_it_is_per,
    outlook::the_tornado_stands_sorted_by_swing,
    outlook::both_ends_of_a_bar_are_labelled,
    outlook::the_baseline_stands_beside_the_bars,
    outlook::the_tornado_follows_the_inputs,
    outlook::each_shock_is_the_models,
    outlook::a_shock_is_applied_and_undone_in_one_step,
    outlook::the_sentence_follows_the_choice,
    valuation::every_figure_of_cohort_and_company_is_shown,
    valuation::the_reported_ratio_is_reached_line_by_line,
    valuation::the_market_is_drawn_against_the_quoted_ratios,
    valuation::what_was_reported_is_marked_on_the_axes,
    valuation::parts_stack_up_to_what_a_share_is_worth,
    valuation::a_part_of_nothing_has_no_line,
    valuation::no_line_runs_through_a_name_on_the_map,
    valuation::what_the_price_does_not_say_is_said,
    valuation::the_map_shows_what_would_have_to_be_true,
    valuation::nearly_all_is_not_all_and_nearly_none_is_not_none,
    published::every_published_case_is_reproduced_by_its_link,
    embedding::it_works_in_a_sandboxed_frame,
    embeds::a_plain_frame_asks_nothing_of_its_page,
    embeds::wordpress_sizes_its_sandboxed_frame_and_goes_where_it_leads,
    embeds::a_frame_works_under_a_policy_without_scripts,
    embeds::the_element_works_under_a_strict_policy,
    embeds::the_element_and_its_attributes_follow_each_other,
    embeds::three_on_a_page_keep_to_themselves,
    embeds::a_picture_leads_to_the_page,
    embeds::an_embed_fits_a_narrow_column,
    embeds::the_element_is_as_light_or_dark_as_its_page,
    embeds::the_element_is_painted_by_a_style_that_comes_after_it,
    embeds::what_a_query_says_wrongly_is_reported,
    embeds::the_dialog_makes_what_it_previews,
    crashes::a_crash_shows_an_overlay_and_reloading_goes_on,
    crashes::escape_does_not_uncover_a_dead_page,
    crashes::after_a_crash_reset_starts_from_the_preset,
    crashes::a_link_that_crashes_twice_is_offered_as_text,
    crashes::no_hand_stops_the_page,
    failures::a_damaged_app_is_not_run,
    failures::a_missing_app_is_told,
    failures::without_an_answer_it_waits_for_the_network,
    failures::without_its_second_part_the_page_works_and_asks_again,
    offline::every_view_opens_with_the_server_stopped,
    offline::every_shell_opens_with_the_server_stopped,
    offline::other_addresses_go_to_the_network,
    offline::a_later_visit_asks_only_for_the_worker,
    offline::a_new_version_waits_until_it_is_taken_and_nothing_is_lost,
    offline::a_list_that_is_too_long_for_the_address_is_not_lost_unasked,
    offline::an_interrupted_start_of_keeping_leaves_a_page_that_works,
    offline::without_room_the_page_works_and_is_not_kept,
    offline::half_of_a_new_version_is_not_kept,
    offline::below_a_path_it_keeps_to_its_own_folder,
    offline::in_a_frame_nothing_is_kept,
    one_file::every_view_works_from_a_disk,
    one_file::it_says_its_version_and_date,
    one_file::it_hands_out_drawings_and_numbers,
    one_file::it_makes_embeds_of_its_site_or_says_that_it_has_none,
    api::the_example_of_a_page_follows_its_fields,
    api::the_example_of_a_worker_simulates_beside_the_page,
    api::every_result_has_the_bits_that_it_has_in_node,
    shells::figures_and_chart_come_before_the_app,
    shells::nothing_jumps_when_the_app_starts,
    shells::the_chart_stays_until_the_second_part_is_there,
    shells::figures_of_the_preset_do_not_pose_as_those_of_a_link,
    shells::each_view_opens_at_its_address_below_any_path,
    shells::the_view_of_an_address_is_left_and_found_again,
    shells::without_the_app_figures_and_chart_stay_and_say_whose_they_are,
    shells::previews_find_picture_and_frame,
    looks::texts_fit_a_desktop,
    looks::texts_fit_a_tablet,
    looks::texts_fit_a_phone,
    looks::texts_fit_a_small_phone,
    looks::a_reading_lies_on_nothing_of_its_chart,
    looks::figures_are_tabular,
    looks::charts_say_their_units_and_fill_their_row,
];

/// What cannot be told with the driver of Safari's engine: it holds the stories' own scripts to the page's
/// policy (which refuses their parser), has no keys for undoing in a field, does not go back over a link
/// that was cut, and draws no frame for a while after it chose in a menu.
const BUT_IN_WEBKIT: &[Story] = stories![&[Engine::Chromium, Engine::Firefox];
    exports::a_drawing_stands_alone,
    exports::a_drawing_says_what_is_dashed_in_it,
    exports::a_picture_has_twice_the_pixels,
    links::what_is_too_long_for_a_link_comes_in_a_file,
    undo::in_a_field_the_browser_undoes_what_is_not_taken_yet,
    undo::unit_baseline_and_links_are_taken_back_too,
];

/// What takes the abilities of Chromium's driver.
const IN_CHROMIUM: &[Story] = stories![&[Engine::Chromium];
    phone::the_keyboard_hides_no_field,
    phone::the_held_chart_is_whole_on_every_phone,
    phone::the_held_tornado_can_be_read,
    phone::curve_and_names_stand_over_the_held_track,
    embedding::it_says_nothing_to_the_console,
    offline::a_full_disk_and_an_installed_page,
    offline::the_manifest_names_what_there_is,
    embeds::each_chart_can_stand_alone,
    shells::without_scripts_figures_and_chart_are_read_and_views_are_reached,
    shells::without_webassembly_the_page_says_why_nothing_moves,
    shells::a_phone_sees_the_first_chart_before_the_app,
    print::paper_shows_inputs_results_charts_and_address,
    print::a_memo_fits_both_papers,
    print::paper_names_every_input_that_a_view_follows,
    print::sites_are_text_on_paper,
    print::what_is_folded_on_the_screen_is_read_on_paper,
    print::letters_of_drawings_are_of_one_size_that_can_be_read,
    print::all_is_drawn_when_the_page_is_printed,
    print::paper_does_not_say_what_to_press,
    print::words_on_paper_keep_apart_and_whole,
    looks::nothing_keeps_anybody_out,
    looks::pictures_are_taken,
];

/// What takes a server that somebody hosts the page with. In a frame without an origin Safari's engine
/// starts the page over HTTPS only (`embedding`), and these servers speak plain HTTP.
const HOSTED: &[(&str, &[Story])] = &[
    (
        "NGINX",
        stories![&Engine::ALL;
            hosting::nginx_sends_what_browsers_need,
            hosting::behind_nginx_the_page_works,
            hosting::behind_nginx_a_later_visit_downloads_nothing,
        ],
    ),
    (
        "CADDY",
        stories![&Engine::ALL;
            hosting::caddy_sends_what_browsers_need,
            hosting::behind_caddy_the_page_works,
        ],
    ),
    (
        "NGINX",
        stories![&[Engine::Chromium, Engine::Firefox];
            hosting::behind_nginx_the_page_works_in_a_frame,
        ],
    ),
    (
        "CADDY",
        stories![&[Engine::Chromium, Engine::Firefox];
            hosting::behind_caddy_the_page_works_in_a_frame,
        ],
    ),
];

fn main() {
    let arguments = Arguments::from_args();
    // Neighbours are in different engines, which can be driven side by side.
    let trials = EVERYWHERE
        .iter()
        .chain(BUT_IN_WEBKIT)
        .chain(IN_CHROMIUM)
        .flat_map(|story| {
            story
                .engines
                .iter()
                .map(|engine| trial(*story, *engine, None))
        });
    let hosted = HOSTED.iter().flat_map(|(server, stories)| {
        stories.iter().flat_map(|story| {
            let engines = story.engines.iter();
            engines.map(|engine| trial(*story, *engine, Some(*server)))
        })
    });
    let conclusion = libtest_mimic::run(&arguments, trials.chain(hosted).collect());
    close_all();
    conclusion.exit();
}

/// The story in this engine, and with the server that the variable `server` names, if with any.
fn trial(story: Story, engine: Engine, server: Option<&'static str>) -> Trial {
    let name = format!("{}::{}", engine.name(), story.name);
    let is_missing = |variable: &&str| std::env::var_os(variable).is_none();
    match engine.missing_variable().or(server.filter(is_missing)) {
        Some(variable) => Trial::test(format!("{name} ({variable} is not set)"), || Ok(()))
            .with_ignored_flag(true),
        None => Trial::test(name, move || {
            with_browser(engine, story.name, story.tell);
            Ok(())
        }),
    }
}
