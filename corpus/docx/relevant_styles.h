// Most of a styles part says nothing about text: table styles, the list of styles that Word has but this file does not use, fonts and
// distances. What does is found without parsing the rest.
#pragma once

#include <string>
#include <string_view>

namespace gouji::corpus::docx {

// The XML of styles.xml with the styles of paragraphs and characters only: whole where they speak of lists, outline levels or hidden text,
// else with their names and parents. It may be no XML any more where a comment or a CDATA section speaks of styles; then all is to be
// read. Parts whose prefix is not "w" come back as they are.
std::string relevant_styles(std::string_view xml);

}  // namespace gouji::corpus::docx
