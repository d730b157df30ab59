// The parts of a package that a comment needs besides its marks: comments.xml, its content type and its relationship.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/docx/package.h"
#include "model/result.h"
#include "output/docx/package_copy.h"

namespace gouji::output::docx {

struct Comment {
  std::uint64_t id = 0;
  std::vector<std::string> lines;  // a paragraph each
};

struct CommentsPart {
  std::string name;   // "word/comments.xml"
  std::string bytes;  // as it is in the package; "" where the package has none
};

// The comments that the main part refers to, or where they would stand.
Result<CommentsPart> comments_of(const corpus::docx::Package& package, const std::string& main, const corpus::Limits& limits);

// One more than the highest id of any comment or mark in these bytes; 0 where there is none.
std::uint64_t next_comment_id(std::string_view xml);

// The parts to write: comments.xml with `comments` behind those that were there and, where it is new, what makes it known.
// `strict`: of the main part. Errors: "bad_package" (a part is not what its name says), and those of reading parts.
Result<std::vector<PartChange>> write_comments(const corpus::docx::Package& package, const std::string& main, const CommentsPart& part,
                                               const std::vector<Comment>& comments, bool strict);

}  // namespace gouji::output::docx
