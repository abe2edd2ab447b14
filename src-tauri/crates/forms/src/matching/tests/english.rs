//! English labels.

use super::check;

#[test]
fn people_are_asked_who_they_are() {
    check(
        &[],
        &[
            ("Name", "name"),
            ("Full Name", "name"),
            ("Full name (as in passport)", "name"),
            ("Name (in capital letters)", "name"),
            ("Name of Applicant", "name"),
            ("Name of the candidate (in block letters)", "name"),
            ("Applicant's full name", "name"),
            ("1. Your name:", "name"),
            ("Please enter your full name *", "name"),
            ("What is your full name?", "name"),
            ("Student Name", "name"),
            ("Employee Name", "name"),
            ("Name of Participant", "name"),
            ("Print Name", "name"),
            ("Name in Chinese (if applicable)", "name"),
            ("Name (First, Middle, Last)", "name"),
            ("Last Name", "name.family"),
            ("Surname / Family name", "name.family"),
            ("Family Name (as in passport)", "name.family"),
            ("First Name(s)", "name.given"),
            ("Given Name:", "name.given"),
            ("Middle name", "name.middle"),
            ("Preferred name", "name.preferred"),
            ("Maiden name (if any)", "name.former"),
            ("Gender", "gender"),
            ("Sex (M/F)", "gender"),
            ("Male/Female", "gender"),
            ("Date of Birth", "birthDate"),
            ("DOB (DD/MM/YYYY)", "birthDate"),
            ("D.O.B.", "birthDate"),
            ("Birthday", "birthDate"),
            ("Date of Birth (dd/mm/yyyy)", "birthDate"),
            ("Age", "age"),
            ("Place of Birth", "birthPlace"),
            ("City and country of birth", "birthPlace"),
            ("Nationality", "nationality"),
            ("Citizenship", "nationality"),
            ("Country of citizenship", "nationality"),
            ("Marital Status", "maritalStatus"),
            ("Religion", "religion"),
            ("Blood Group", "bloodType"),
            ("Ethnic group", "ethnicity"),
            ("National ID No.", "id.number"),
            ("ID card number", "id.number"),
            ("Passport No.", "passport.number"),
            ("Passport Number", "passport.number"),
            ("Passport/ID No.", "id.numberOrPassport"),
            ("Passport expiry date", "passport.expires"),
            ("Date of issue of passport", "passport.issued"),
            ("Passport issuing country", "passport.country"),
            ("Student ID#", "studentId"),
            ("Matriculation number", "studentId"),
            ("Driving licence no.", "drivingLicence.number"),
            ("Do you have a valid driver's license?", "drivingLicence"),
            ("Do you have any disabilities?", "disability"),
        ],
    );
}

#[test]
fn people_are_asked_how_to_reach_them() {
    check(
        &[],
        &[
            ("Email", "contact.email"),
            ("E-mail address", "contact.email"),
            ("Email ID", "contact.email"),
            ("Alternate Email ID", "contact.emailAlt"),
            ("Phone", "contact.phone"),
            ("Tel.", "contact.phone"),
            ("Tel No:", "contact.phone"),
            ("Mobile No.", "contact.phone"),
            ("Cell", "contact.phone"),
            ("Contact Number", "contact.phone"),
            ("Telephone/Mobile", "contact.phone"),
            ("Phone (mobile)", "contact.phone"),
            ("Phone (Home)", "contact.landline"),
            ("Home Phone", "contact.landline"),
            ("Alternate No.", "contact.phoneAlt"),
            ("Fax", "contact.fax"),
            ("Address", "contact.address"),
            ("Mailing Address", "contact.address"),
            ("Present Address", "contact.address"),
            ("Address for correspondence", "contact.address"),
            ("Permanent Address", "contact.permanentAddress"),
            ("City", "contact.city"),
            ("City/Town", "contact.city"),
            ("State/Province", "contact.region"),
            ("Zip Code", "contact.postcode"),
            ("Postal code", "contact.postcode"),
            ("Country", "contact.country"),
            ("Country of residence", "contact.country"),
            ("Current Country Or Region", "contact.country"),
            ("Website", "contact.website"),
            ("Web Page", "contact.website"),
            ("LinkedIn profile", "contact.linkedin"),
            ("GitHub", "contact.github"),
            ("WeChat ID", "contact.wechat"),
            ("ORCID iD", "contact.orcid"),
            ("Social media links", "contact.social"),
            ("Name and email", "name + contact.email"),
            ("Phone/Email", "contact.phone + contact.email"),
            ("City, ST ZIP Code", "contact.city + contact.region + contact.postcode"),
        ],
    );
}

#[test]
fn students_are_asked_what_they_study() {
    check(
        &[],
        &[
            ("University", "education.institution"),
            ("Name of University", "education.institution"),
            ("College/University", "education.institution"),
            ("Institution", "education.institution"),
            ("Home university", "education.institution"),
            ("Affiliation", "affiliation.name"),
            ("University/Company", "affiliation.name"),
            ("Department", "affiliation.department"),
            ("Faculty", "education.department"),
            ("School/Department", "education.department"),
            ("Major", "education.major"),
            ("Field of study", "education.major"),
            ("Specialization", "education.major"),
            ("Degree", "education.degree"),
            ("Degree program", "education.degree"),
            ("Highest degree", "education.highestDegree"),
            ("Highest level of education", "education.highestLevel"),
            ("Educational Qualification", "education.highestLevel"),
            ("Year of study", "education.grade"),
            ("Year/Semester", "education.grade + education.semester"),
            ("GPA", "education.gpaAndScale"),
            ("CGPA/Percentage", "education.gpaAndScale"),
            ("Class rank", "education.rank"),
            ("Enrollment Date (MM/dd/yyyy)", "education.startDate"),
            ("Expected Graduate Date", "education.endDate"),
            ("Expected date of graduation", "education.endDate"),
            ("Graduation year", "education.endDate"),
            ("Relevant courses", "education.courses"),
            ("Thesis title", "education.thesis"),
            ("Research interests", "research.interests"),
            ("Area of research", "research.interests"),
            ("Educational background", "education.summary"),
            ("Undergraduate university", "education.bachelor.institution"),
            ("Bachelor's degree major", "education.bachelor.major"),
            ("High school name", "education.highSchool.institution"),
            ("PhD supervisor", "advisor.name"),
            ("Advisor's email", "advisor.email"),
            ("Name and title of your academic advisor", "advisor.name + advisor.title"),
            ("Supervisor", "advisor.name~"),
        ],
    );
}

#[test]
fn workers_are_asked_what_they_do_and_want() {
    check(
        &[],
        &[
            ("Current Employer", "work.current.employer"),
            ("Job title", "affiliation.position"),
            ("Occupation", "affiliation.position"),
            ("Years of experience", "work.years"),
            ("Current CTC", "work.salary"),
            ("Employment history", "work.summary"),
            ("Position Applied For", "application.position"),
            ("Name of the Post (applied for)", "application.position"),
            ("Post applied for", "application.position"),
            ("Desired position", "application.position"),
            ("Expected salary", "application.salary"),
            ("Expected CTC", "application.salary"),
            ("How did you hear about us?", "application.source"),
            ("How did you hear about this opening?", "application.source"),
            ("Where did you learn about this position?", "application.source"),
            ("Date available to start", "availability.from"),
            ("Available Date", "availability.from"),
            ("Avaiable Date", "availability.from"),
            ("Earliest start date", "availability.from"),
            ("When can you start?", "availability.from"),
            ("Expected Leave Date", "availability.until"),
            ("Internship Type", "availability.type"),
            ("Duration of internship", "availability.months"),
            ("Are you willing to relocate?", "availability.relocate"),
            ("Would you be willing to relocate if required?", "availability.relocate"),
            ("Preferred work location", "application.workLocation"),
            ("Date of application", "application.date"),
            ("Today's Date", "application.date"),
            ("Skills", "skills.summary"),
            ("Technical skills", "skills.summary"),
            ("Programming languages", "skills.programming"),
            ("Computer literacy", "skills.computer"),
            ("Languages known", "languages.summary"),
            ("English proficiency", "languages.english"),
            ("Mother tongue", "languages.native"),
            ("TOEFL score", "tests[].score"),
            ("IELTS overall score", "tests[].score"),
            ("Hobbies and interests", "skills.hobbies"),
            ("Awards and honors", "awards.summary"),
            ("Publications", "publications.summary"),
            ("References", "references.summary"),
            ("Personal statement", "statement.personal"),
            ("Tell us about yourself", "statement.personal"),
            ("Why do you want to join us?", "statement.motivation"),
            ("Statement of purpose", "statement.motivation"),
            ("Research plan", "statement.plan"),
            ("Skills & Experience", "statement.skillsAndExperience"),
        ],
    );
}

#[test]
fn other_peoples_names_are_not_the_candidates() {
    check(
        &[],
        &[
            ("Company name", "-"),
            ("Name of company", "-"),
            ("Project name", "-"),
            ("User name", "-"),
            ("File name", "-"),
            ("Course title", "-"),
            ("Bank name", "-"),
            ("Event name", "-"),
            ("Team name", "-"),
            ("Team leader phone", "-"),
            ("Host institution", "-"),
            ("Parent's/Guardian's name", "-"),
            ("Child's name", "-"),
            ("Physician's name", "-"),
            ("Landlord name", "-"),
            ("Sponsor's name", "-"),
            ("Contact person", "-"),
            ("Name of spouse's employer", "family.spouse.employer"),
            ("Co-Applicant name", "-"),
            ("Secondary emergency contact", "-"),
            ("Remarks", "-"),
            ("Other", "-"),
            ("Comments", "-"),
            ("Signature", "-"),
            ("Title of the proposed project", "-"),
            ("Purpose of visit", "-"),
            ("Application No.", "-"),
            ("Aadhar No.", "-"),
            ("Date", "application.date~"),
            ("Father's name", "family.father.name"),
            ("Father’s / Husband Name", "family.father.name"),
            ("Name of father", "family.father.name"),
            ("Mother's (Full Name)", "family.mother.name"),
            ("Mother's occupation", "family.mother.position"),
            ("Spouse Name", "family.spouse.name"),
            ("Emergency contact", "emergency.name"),
            ("Emergency contact name", "emergency.name"),
            ("Emergency Contact Phone No.", "emergency.phone"),
            ("Emergency Contact (name & relationship)", "emergency.name + emergency.relation"),
            ("In case of emergency notify", "emergency.name"),
            ("Referee 2 email", "referee.2.email"),
            ("Reference 1", "referee.1.name"),
            ("Employer 2", "work[].employer"),
        ],
    );
}

#[test]
fn the_section_says_whose_they_are() {
    check(
        &["Emergency Contact"],
        &[
            ("Name", "emergency.name"),
            ("Relationship", "emergency.relation"),
            ("Phone", "emergency.phone"),
            ("Mobile No.", "emergency.phone"),
            ("Address", "emergency.address"),
            ("City", "-"),
        ],
    );
    check(
        &["In case of emergency, please contact:"],
        &[("Name", "emergency.name"), ("Telephone", "emergency.phone")],
    );
    check(
        &["References", "Referee 2"],
        &[
            ("Name", "referee.2.name"),
            ("Position", "referee.2.position"),
            ("Institution", "referee.2.organization"),
            ("E-mail", "referee.2.email"),
            ("Phone", "referee.2.phone"),
            ("Relationship to applicant", "referee.2.relation"),
        ],
    );
    check(
        &["Reference No 1"],
        &[("Full Name", "referee.1.name"), ("Nature Of Association", "referee.1.relation")],
    );
    check(
        &["Employer 1"],
        &[
            ("Employer", "work[].employer"),
            ("Name", "work[].employer"),
            ("Position", "work[].position"),
            ("Employed From", "work[].startDate"),
            ("To", "work[].endDate"),
            ("Address", "work[].address"),
            ("Reason for Leaving", "work[].reasonForLeaving"),
            ("Supervisor Name & Title", "work[].supervisor"),
        ],
    );
    check(
        &["Education"],
        &[
            ("School", "education.institution"),
            ("Name of institution", "education.institution"),
            ("From", "education.startDate"),
            ("To", "education.endDate"),
            ("Degree", "education.degree"),
            ("Major", "education.major"),
            ("Email", "-"),
            ("Advisor", "education.advisor"),
        ],
    );
    check(
        &["Master's Degree"],
        &[
            ("University", "education.master.institution"),
            ("Major", "education.master.major"),
            ("Year of graduation", "education.master.endDate"),
        ],
    );
    check(
        &["Passport Details"],
        &[
            ("Number", "passport.number"),
            ("Date of Issue", "passport.issued"),
            ("Date of Expiry (DD/MM/YY)", "passport.expires"),
            ("Place of Issue", "-"),
        ],
    );
    check(
        &["Date of birth"],
        &[("Day", "birthDate"), ("Month", "birthDate"), ("Year", "birthDate")],
    );
    check(&["Name"], &[("First", "name.given"), ("Last", "name.family")]);
    check(&["Permanent Address"], &[("PIN Code", "contact.permanentPostcode"), ("City", "-")]);
    check(&["Telephone"], &[("Home", "contact.landline"), ("Mobile", "contact.phone")]);
}

#[test]
fn sections_about_strangers_keep_the_candidate_out() {
    for section in [
        "Guarantor Details",
        "Co-Applicant",
        "Company Information",
        "Team Members",
        "Parent/Guardian Information",
        "Host Institution",
        "Bank Details",
    ] {
        check(&[section], &[("Name", "-"), ("Phone", "-"), ("Email", "-"), ("Address", "-")]);
    }
    check(&["Company Information"], &[("Applicant's name", "name")]);
}

#[test]
fn sections_of_the_candidate_change_nothing() {
    for section in
        ["Personal Information", "Applicant Details", "Contact Information", "PART A: GENERAL"]
    {
        check(
            &[section],
            &[("Name", "name"), ("Phone", "contact.phone"), ("Email", "contact.email")],
        );
    }
    check(&["OPEN CALL FOR ART EXHIBITIONS IN 2026-2027"], &[("Email", "contact.email")]);
}

#[test]
fn a_word_before_several_blanks_is_read_with_each() {
    check(
        &["Phone"],
        &[
            ("Home", "contact.landline"),
            ("Work", "affiliation.phone"),
            ("Cell", "contact.phone"),
        ],
    );
    check(&["Email"], &[("Primary", "contact.email")]);
    check(&["Name"], &[("First", "name.given"), ("Last", "name.family")]);
    check(
        &[],
        &[
            ("Phone (H)", "contact.landline"),
            ("Phone (W)", "affiliation.phone"),
            ("Phone (M)", "contact.phone"),
        ],
    );
}

#[test]
fn one_blank_for_an_emergency_contact_takes_name_and_phone() {
    check(
        &[],
        &[
            ("Emergency contact information", "emergency.name + emergency.phone"),
            ("Emergency contact details", "emergency.name + emergency.phone"),
            ("Emergency contact", "emergency.name"),
        ],
    );
}

#[test]
fn service_in_an_army_and_those_who_coordinate_are_not_the_candidates() {
    check(&["Military Service"], &[("Branch", "-"), ("From", "-"), ("Rank", "-")]);
    check(&["Home institution coordinator"], &[("Name", "-"), ("Email", "-")]);
}
