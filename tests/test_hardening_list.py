"""What may go wrong or be done on purpose, and the tests that hold it.

"held": the tests beside it hold the whole line. "part": they hold it but for what is said. "open": nothing does yet.

|  # | fault or attack | tests | result |
|----|-----------------|-------|--------|
|  1 | kill -9 while reading in | store/test_killed.py::test_killed_while_writing_nothing_is_half_and_no_decision_lost store/test_killed.py::test_what_was_killed_and_run_again_is_as_if_never_killed | held (CLAIMS_KILLS=200 for the long run) |
|  2 | kill -9 while exporting | cli/test_hostile.py::test_killed_while_exporting_every_table_is_the_old_or_the_new_one export/test_csv_tables.py::test_a_failed_write_leaves_the_old_file_and_nothing_else | held |
|  3 | disk full | store/test_case_file.py::test_a_full_disk_takes_back_the_article_and_keeps_the_file store/test_case_file.py::test_a_limit_of_the_system_on_file_size_loses_nothing cli/test_check.py::test_a_full_disk_is_said_once | held |
|  4 | damaged case: bytes, header, end, log | store/test_case_file.py::test_a_damaged_page_is_told_and_nothing_overwritten store/test_case_file.py::test_a_truncated_file_is_told store/test_case_file.py::test_without_its_log_a_case_is_an_older_whole_one review/test_case_doctor.py::test_a_garbage_header_costs_nothing review/test_case_doctor.py::test_a_hole_in_the_middle_costs_only_what_stood_there review/test_case_doctor.py::test_a_truncated_case_yields_what_is_left | held |
|  5 | case of a newer version | store/test_case_file.py::test_a_newer_file_is_refused | held |
|  6 | two people decide at once | review/test_case_review.py::test_a_stale_decision_is_refused_with_both_values tui/test_review_screen.py::test_somebody_elses_decision_is_not_overwritten | held |
|  7 | reviewing while articles come in | store/test_case_file.py::test_two_writers_wait_for_each_other_and_store_everything_once store/test_case_file.py::test_many_open_a_new_case_at_once store/test_case_file.py::test_a_file_that_somebody_holds_is_told review/test_case_review.py::test_the_analysis_that_somebody_else_overtook_is_done_again | held |
|  8 | file that can only be read, network disk | store/test_case_file.py::test_a_file_that_may_not_be_written_is_read store/test_case_file.py::test_reading_leaves_nothing_beside_the_file review/test_case_doctor.py::test_a_case_on_a_network_disk_is_remarked_on | held |
|  9 | file of a gigabyte | articles/test_reading_files.py::test_file_above_the_limit_is_not_read articles/test_reading_files.py::test_settings_limit_the_size | held |
| 10 | one line of 60 MB | articles/test_reading_files.py::test_long_line_is_skipped_with_a_reason | held |
| 11 | random bytes under every ending | articles/test_article_formats.py::test_random_bytes_under_every_extension cli/test_check.py::test_exit_code_is_one_only_when_nothing_could_be_read | held |
| 12 | wrong ending | articles/test_article_formats.py::test_pdf_under_another_name articles/test_article_formats.py::test_atom_under_another_name articles/test_html_pages.py::test_page_under_another_name_is_known_by_its_first_bytes | held |
| 13 | zip bomb | articles/test_article_formats.py::test_zip_bombs | held |
| 14 | entities and DOCTYPE in DOCX and feeds | articles/test_article_formats.py::test_word_document_with_a_doctype_is_refused articles/test_article_formats.py::test_feed_with_a_doctype_is_refused | held |
| 15 | deep HTML, hundreds of thousands of attributes | articles/test_html_pages.py::test_hostile_pages_end_in_time | held |
| 16 | huge HTML | articles/test_reading_files.py::test_file_above_the_limit_is_not_read articles/test_isolation.py::test_what_takes_too_long_is_ended_and_the_next_is_read articles/test_isolation.py::test_a_reader_that_breaks_down_costs_one_document articles/test_isolation.py::test_what_may_do_harm_is_read_apart_wherever_it_comes_from articles/test_isolation.py::test_what_is_read_apart_is_what_is_read_here articles/test_isolation.py::test_the_process_ends_with_the_reading | held (from a million bytes on in a process of its own; macOS keeps no limit of memory, there the time ends it) |
| 17 | PDF: damaged, locked, without text | articles/test_article_formats.py::test_pdf_without_a_text_layer articles/test_article_formats.py::test_damaged_pdf articles/test_isolation.py::test_a_locked_pdf_is_named_as_such articles/test_isolation.py::test_a_pdf_may_not_unpack_to_all_memory cli/test_hostile.py::test_a_locked_archive_is_named_as_such | held |
| 18 | formulas in cells | export/test_csv_tables.py::test_a_formula_is_guarded_and_comes_back export/test_forms.py::test_workbook_holds_the_tables_as_text export/test_spreadsheet.py::test_a_workbook_holds_no_formula export/test_spreadsheet.py::test_a_table_taken_into_a_workbook_holds_no_formula | held (read by openpyxl; no office program stands in the tests) |
| 19 | quotes, line ends, NUL, delimiters in cells | export/test_csv_tables.py::test_any_cell_survives_the_round_trip export/test_csv_tables.py::test_pandas_reads_every_cell_as_it_was cli/test_verbs.py::test_a_row_that_ends_early_changes_nothing_beyond_its_end | held |
| 20 | paths that leave the folder | articles/test_article_formats.py::test_archive articles/test_web.py::test_other_schemes_are_refused_at_first_and_in_a_redirect | held: nothing is unpacked to disk, tables have fixed names |
| 21 | requests to inner addresses | articles/test_web.py::test_no_spelling_leads_to_this_machine articles/test_web.py::test_special_addresses_are_not_public articles/test_web.py::test_a_name_for_an_inner_address_is_refused_also_beside_a_public_one articles/test_web.py::test_the_connection_goes_to_the_address_that_was_checked articles/test_web.py::test_every_hop_is_checked articles/test_web.py::test_a_redirect_never_leads_to_a_host_that_only_the_settings_allow articles/test_web.py::test_other_schemes_are_refused_at_first_and_in_a_redirect articles/test_web.py::test_size_is_limited_with_and_without_an_announcement articles/test_web.py::test_packed_answers_are_unpacked_within_the_limit articles/test_web.py::test_a_server_that_drips_is_cut_off articles/test_web.py::test_redirects_are_followed_to_a_limit articles/test_web.py::test_types_that_hold_no_article_are_refused articles/test_watching.py::test_a_feed_leads_to_no_inner_host_but_its_own cli/test_addresses.py::test_an_inner_address_is_refused_unless_the_settings_name_it | held |
| 22 | escape sequences to the terminal | cli/test_terminal.py::test_results_notices_and_skipped_names_are_harmless cli/test_terminal.py::test_talk_and_errors_are_harmless cli/test_terminal.py::test_case_verbs_are_harmless cli/test_terminal.py::test_json_on_a_terminal_is_harmless cli/test_hostile.py::test_no_verb_on_a_case_shows_anything_raw tui/test_terminal_bytes.py::test_nothing_in_a_case_can_drive_the_terminal | held |
| 23 | markup of the screen library | tui/test_review_screen.py::test_hostile_text_is_shown_harmless_and_unaltered tui/test_terminal_bytes.py::test_nothing_in_a_case_can_drive_the_terminal | held |
| 24 | signs that reverse or hide | test_safe.py::test_length_is_kept_and_nothing_that_steers_a_terminal_is_left test_safe.py::test_real_writing_is_left_alone cli/test_hostile.py::test_look_alike_letters_make_no_one_speaker_and_unseen_signs_no_two export/test_forms.py::test_lines_of_json_lose_nothing | held |
| 25 | look-alike letters | cli/test_hostile.py::test_look_alike_letters_make_no_one_speaker_and_unseen_signs_no_two cli/test_hostile.py::test_look_alike_letters_are_pointed_out_by_every_verb | held |
| 26 | HTML report | export/test_forms.py::test_page_runs_nothing_from_outside export/test_forms.py::test_page_shows_both_sides_marked_and_links_the_source export/test_forms.py::test_linked_data_cannot_leave_the_script_that_holds_it | held |
| 27 | regular expressions | test_patterns.py::test_every_pattern_is_linear_on_repeats test_patterns.py::test_every_pattern_made_from_the_language_data_is_linear_on_repeats language/test_times_and_quantities_in_prose.py::test_time_grows_linearly_on_repeats articles/test_article_offsets.py::test_time_grows_with_length statements/test_statement_offsets.py::test_hostile_repeats_are_read_in_bounded_time | held |
| 28 | costly comparison of strings | statements/test_statement_offsets.py::test_hostile_repeats_are_read_in_bounded_time test_pipeline.py::test_hundreds_of_copies_of_one_sentence_cost_in_step_with_their_number | held |
| 29 | thousands of one sentence | test_pipeline.py::test_hundreds_of_copies_of_one_sentence_cost_in_step_with_their_number test_pipeline.py::test_copies_of_one_sentence_are_one_matter | part: the cost is held; beyond some fifty copies in as many articles they are not one topic any more |
| 30 | NUL, surrogates, composed and decomposed letters, soft hyphens | articles/test_article_offsets.py::test_any_text_keeps_its_offsets statements/test_statement_offsets.py::test_offsets_hold_and_runs_repeat cli/test_hostile.py::test_names_that_are_no_text_are_read_and_kept | held |
| 31 | a hundred thousand articles | store/test_many_articles.py::test_memory_stays_flat_while_articles_come_in | part: reading in is held on 600 articles; python -m tests.benchmarks.many_articles reads in a hundred thousand, python -m tests.benchmarks.large_case opens and pages a case with 100,000 statements; relating takes memory in step with the statements |
| 32 | the same article again, changed | review/test_case_review.py::test_a_changed_article_takes_the_place_of_the_old_one review/test_case_review.py::test_add_reports_and_a_second_time_changes_nothing review/test_case_review.py::test_decisions_find_statements_that_another_version_cuts_otherwise cli/test_addresses.py::test_versions_of_an_article_are_listed_and_what_changed_is_shown cli/test_addresses.py::test_add_and_check_read_what_stands_at_an_address | held |
| 33 | time zone, locale | cli/test_check.py::test_same_bytes_whatever_hash_seed_zone_locale_and_order cli/test_hostile.py::test_a_case_exports_the_same_bytes_whatever_order_hash_seed_zone_and_locale | held |
| 34 | Ctrl-C, small and dumb terminals, a closed one | cli/test_hostile.py::test_ctrl_c_ends_in_one_line_and_keeps_the_case_whole cli/test_terminal.py::test_without_colour_marks_say_it cli/test_check.py::test_a_reader_that_stops_early_is_no_error tui/test_review_screen.py::test_every_size_shows_both_sides cli/test_addresses.py::test_watching_ends_in_one_line_and_leaves_the_case_whole tui/test_terminal_bytes.py::test_closing_the_terminal_keeps_the_decision_and_ends_in_order | held |
| 35 | hash seed, order of files | cli/test_hostile.py::test_a_case_exports_the_same_bytes_whatever_order_hash_seed_zone_and_locale export/test_csv_tables.py::test_order_of_input_does_not_change_a_byte test_pipeline.py::test_neither_order_of_articles_nor_of_statements_matters | held |
| 36 | hostile settings | test_settings.py::test_faults_name_file_and_key cli/test_hostile.py::test_a_key_for_no_action_is_named | held |
| 37 | case file from a stranger | store/test_case_file.py::test_a_tampered_file_is_refused store/test_case_file.py::test_an_entry_from_elsewhere_that_lacks_what_is_needed_is_told cli/test_hostile.py::test_no_verb_on_a_case_shows_anything_raw review/test_case_review.py::test_an_entry_that_makes_no_sense_is_told | held |
| 38 | orders to a language model in an article | cli/test_hostile.py::test_orders_to_a_language_model_are_text_like_any_other | held: no language model is in the tool; such text is text |
"""  # noqa: E501

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


def rows() -> list[tuple[int, str, list[str], str]]:
    lines = [line for line in (__doc__ or "").splitlines() if line.startswith("| ") and "#" not in line[:5]]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [(int(number), fault, tests.split(), result) for number, fault, tests, result in cells]


@cache
def names_in(file: str) -> frozenset[str]:
    tree = ast.parse((HERE / file).read_text(encoding="utf-8"))
    functions = (node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))
    return frozenset(function.name for function in functions)


def test_the_list_is_whole() -> None:
    assert [number for number, *_ in rows()] == list(range(1, 39))
    for number, fault, tests, result in rows():
        assert fault, number
        word = result.split(":")[0].split()[0]
        assert word in ("held", "part", "open"), number
        assert bool(tests) == (word != "open"), number


def test_every_test_of_the_list_exists() -> None:
    named = [name.split("::") for _, _, tests, _ in rows() for name in tests]
    assert [(file, test) for file, test in named if test not in names_in(file)] == []
