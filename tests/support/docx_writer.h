// Writes DOCX packages for tests and samples: parts around a body (docx_xml.h), as Word lays them out, or as raw entries that a test
// has spoilt. The same package gives the same bytes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/zip_writer.h"

namespace gouji::test::docx {

struct Package {
  std::string body;                                          // of w:body, without w:sectPr
  std::string numbering = {};                                // content of w:numbering; empty: no such part
  std::string styles = {};                                   // content of w:styles
  std::map<int, std::string> footnotes = {}, endnotes = {};  // id → paragraphs
  std::vector<std::string> headers = {}, footers = {};       // paragraphs of each
  bool strict = false;                                       // ISO 29500 strict namespaces
  ZipMethod method = ZipMethod::deflated;
  std::string main_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  std::string settings = {};  // content of w:settings
};

// The parts in Word's order; a test may spoil them before it writes them.
std::vector<ZipEntry> parts(const Package& package);
std::string write(const Package& package);
// The simplest file around a body.
std::string write_body(std::string body);

// The main part's root with all namespaces around `content`, and with `before` in front of it (a DTD).
std::string document_xml(const std::string& content, const std::string& before = "");
// The entry called `name`; throws std::out_of_range.
ZipEntry& part(std::vector<ZipEntry>& entries, const std::string& name);

}  // namespace gouji::test::docx
