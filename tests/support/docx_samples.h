// The Word samples of corpus/samples/docx, written by a program so that nothing in them is there by accident. Counties, offices and
// figures are invented; corpus/samples/README.md gives the arithmetic of the planted faults.
#pragma once

#include <map>
#include <string>

namespace gouji::test {

// File name → bytes. The same on every machine: entries are stored, not deflated.
std::map<std::string, std::string> docx_samples();

// The single ones; `faulty` plants the faults.
std::string sample_self_evaluation(bool faulty);  // tracked changes, hidden text, a footnote, rows in content controls, merged groups
std::string sample_accounts(bool faulty);         // forms with headings over several rows and columns, rows that end early
std::string sample_budget(bool faulty);           // text box, header, footer, fields, a row that begins late
std::string sample_execution(bool faulty);        // headings and lists numbered by Word

}  // namespace gouji::test
