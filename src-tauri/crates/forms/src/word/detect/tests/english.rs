//! Layouts that English forms love.

use super::{check, h, p, table};

#[test]
fn a_table_of_one_cell_is_a_heading_for_what_follows() {
    check(
        &[
            p("Application form"),
            table("References"),
            p("List persons who know your work."),
            table("Name | Phone\n | \n | "),
            table("Certification"),
            table("Print name: | "),
        ],
        "t1r1c0 rows [References] References: Name, Phone x2\n\
         t3r0c1 text [Certification] Print name",
    );
}

#[test]
fn a_box_that_asks_is_answered_in_the_boxes_below_it() {
    check(
        &[table("Home address:"), table(" | | "), table("Phone:\n ")],
        "t1r0c0 text [Home address] Home address\nt2r1c0 text Phone",
    );
}

#[test]
fn what_a_referee_completes_is_not_the_candidates() {
    check(
        &[
            p("Application form"),
            table("Letter of reference 1"),
            p("Please have your referee complete this letter."),
            table("Referee name: | \nPhone: | "),
            table("Declaration"),
            table("Name: | "),
        ],
        "t1r0c1 text office [Letter of reference 1] Referee name\n\
         t1r1c1 text office [Letter of reference 1] Phone\n\
         t3r0c1 text [Declaration] Name",
    );
}

#[test]
fn an_empty_row_between_two_blocks_asks_for_nothing() {
    check(
        &[table(
            ">4 Employer 1\nEmployer: | | Position: | \nFrom: | | To: | \n>4 \n\
             >4 Employer 2\nEmployer: | | Position: | ",
        )],
        "t0r1c1 text [Employer 1] Employer\nt0r1c3 text [Employer 1] Position\n\
         t0r2c1 text [Employer 1] From\nt0r2c3 text [Employer 1] To\n\
         t0r5c1 text [Employer 2] Employer\nt0r5c3 text [Employer 2] Position",
    );
}

#[test]
fn a_bold_line_with_a_colon_may_head_the_lines_below_it() {
    check(
        &[
            p("Application form"),
            h("Passport details"),
            p("Number: ____"),
            h("Emergency contact details:"),
            p("Name: ____ Relationship: ____"),
            h("Present address:"),
            p("__________"),
            p("______ PIN: ____"),
        ],
        "p2n0 text [Passport details] Number\n\
         p4n0 text [Emergency contact details] Name\n\
         p4n1 text [Emergency contact details] Relationship\n\
         p6n0 text [Present address] Present address\n\
         p7n1 text [Present address] PIN",
    );
}

#[test]
fn captions_in_brackets_are_no_heading() {
    check(
        &[
            p("Application form"),
            h("Personal information"),
            p("Name (as per passport):   ________________"),
            h("(First name)      (Middle name)      (Last name)"),
            p("Nationality: ________"),
        ],
        "p2n0 text [Personal information] Name (as per passport)\n\
         p4n0 text [Personal information] Nationality",
    );
}

#[test]
fn captions_in_brackets_ask_for_the_blank_before_them() {
    check(
        &[p("I, ________ (full name), of ________ (home address), agree.")],
        "p0n0 text full name\np0n1 text home address",
    );
    check(
        &[p("Telephone (home) ____ (work) ____")],
        "p0n0 text Telephone (home)\np0n1 text (work)",
    );
}

#[test]
fn captions_in_running_text_may_be_about_anybody() {
    check(
        &[p(
            "The sessions shall be held at the studios that the company rents in ____ (city) ____ (state).",
        )],
        "p0n0 text The sessions shall be held at the studios that the company rents in",
    );
}

#[test]
fn one_word_before_several_blanks_belongs_to_each() {
    check(
        &[p("Phone: Home ____ Work ____ Cell ____")],
        "p0n0 text [Phone] Home\np0n1 text [Phone] Work\np0n2 text [Phone] Cell",
    );
    check(&[p("Name: ____ Email: ____")], "p0n0 text Name\np0n1 text Email");
}

#[test]
fn rows_of_captions_ask_for_the_rows_above_them() {
    check(
        &[table(
            ">4 Sports camp\n | | | \nName | | Age | \n | | | \nAddress | | City | \n | | | \nPhone | | Email | ",
        )],
        "t0r1c0 text [Sports camp] Name\nt0r1c2 text [Sports camp] Age\n\
         t0r3c0 text [Sports camp] Address\nt0r3c2 text [Sports camp] City\n\
         t0r5c0 text [Sports camp] Phone\nt0r5c2 text [Sports camp] Email",
    );
}

#[test]
fn a_line_is_its_labels_however_far_it_is() {
    check(
        &[p("Name:      ________"), p("Age      ________     Place      ________")],
        "p0n0 text Name\np1n0 text Age\np1n1 text Place",
    );
}

#[test]
fn a_bold_line_right_over_a_line_to_write_on_asks_for_it() {
    check(
        &[
            p("Application form"),
            p("Age: ____"),
            h("Name of guardian"),
            p("____________"),
            h("Emergency contact"),
            p("Name: ____"),
        ],
        "p1n0 text Age\np3n0 text Name of guardian\np5n0 text [Emergency contact] Name",
    );
}

#[test]
fn a_label_over_empty_lines_is_answered_in_its_own_cell() {
    check(
        &[table(
            "1. Family name //  | 2. Given names // \n3. Date of birth //  | 4. Sex // □ M □ F",
        )],
        "p0n0 text 1. Family name\np2n0 text 2. Given names\np4n0 date 3. Date of birth\n\
         p7k0 check 4. Sex: M, F",
    );
}

#[test]
fn a_cell_with_a_blank_beside_it_is_answered_there_whatever_room_it_has() {
    check(&[table("Name //  | \nPhone //  | ")], "t0r0c1 text Name\nt0r1c1 text Phone");
}

#[test]
fn numbered_cells_without_any_blank_are_answered_on_a_new_line() {
    check(
        &[table("1. Family name | 2. Given names\n3. Date of birth | 4. Telephone no.")],
        "p0n0 text 1. Family name\np1n0 text 2. Given names\np2n0 date 3. Date of birth\n\
         p3n0 text 4. Telephone no.",
    );
    check(&[table("1. Bring this form | 2. Bring a pen")], "");
}

#[test]
fn the_shape_of_a_date_stands_where_the_date_goes() {
    check(&[table("Date of birth: | DD.MM.YYYY")], "t0r0c1 date Date of birth");
}

#[test]
fn a_question_may_stand_far_from_its_bare_options() {
    check(
        &[p("Any relatives here?   YES      NO"), p("Citizen of: ____  Do you drive?   Yes   No")],
        "p0k22 check Any relatives here?: YES, NO\n\
         p1n0 text Citizen of\np1k34 check Do you drive?: Yes, No",
    );
}

#[test]
fn captions_may_stand_below_each_line_from_the_first_on() {
    check(
        &[
            p("Information sheet of the candidate"),
            p("________"),
            p("Full name"),
            p("________"),
            p("E-mail"),
            p("Age: ____"),
        ],
        "p1n0 text Full name\np3n0 text E-mail\np5n0 text Age",
    );
    check(
        &[p("Full name"), p("________"), p("E-mail"), p("________")],
        "p1n0 text Full name\np3n0 text E-mail",
    );
}
