#include "output/docx/annotate.h"

#include <algorithm>

#include "corpus/docx/package_reader.h"
#include "corpus/docx/parts.h"
#include "output/docx/comment_texts.h"
#include "output/docx/comments_part.h"
#include "output/docx/marks.h"
#include "output/docx/package_copy.h"
#include "output/docx/places.h"

namespace gouji::output {
namespace {

using namespace docx;
using corpus::docx::Package;

// The comments that have a place, with it.
struct Placed {
  std::vector<Comment> comments;
  std::vector<Anchor> anchors;  // of each
};

void name_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

Placed place(const ReportView& view, const std::vector<CommentText>& texts, Places& places, Annotated& out) {
  std::vector<Wish> wishes;
  std::vector<const CommentText*> wishers;
  for (const CommentText& text : texts) {
    const PrintedFigure& figure = *view.printed.find(text.figure);
    if (const auto wish = places.wish(figure.place.runs)) {
      wishes.push_back(*wish);
      wishers.push_back(&text);
    } else {
      name_once(out.left_out, figure.printed);
    }
  }
  Placed placed;
  const std::vector<std::optional<Anchor>> anchors = places.find(wishes);
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const std::string& printed = view.printed.find(wishers[i]->figure)->printed;
    if (!anchors[i]) {
      name_once(out.left_out, printed);
      continue;
    }
    if (!anchors[i]->exact) name_once(out.beside, printed);
    placed.comments.push_back({0, wishers[i]->lines});
    placed.anchors.push_back(*anchors[i]);
  }
  return placed;
}

// Numbers them behind all that were there, and marks their places.
std::string marked(std::string_view main, const WordNames& names, Placed& placed, std::uint64_t first_id) {
  Marks marks(names);
  for (std::size_t i = 0; i < placed.comments.size(); ++i) {
    placed.comments[i].id = first_id + i;
    marks.add(placed.anchors[i], placed.comments[i].id);
  }
  return marks.put_into(main);
}

tl::unexpected<Error> failed(const Error& error) { return tl::unexpected<Error>(error); }

}  // namespace

Result<Annotated> annotate(const Report& report, std::string_view original, Language language, const corpus::Limits& limits) {
  Annotated out;
  const ReportView view(report, language);
  const std::vector<CommentText> texts = comment_texts(view);
  if (texts.empty()) {
    out.package = original;
    return out;
  }
  const auto package = Package::open(original, limits);
  if (!package) return failed(package.error());
  const auto main = corpus::docx::main_part(*package, limits);
  if (!main) return failed(main.error());
  const auto part = package->read(*main);
  if (!part) return failed(part.error());
  if (is_utf16(part->view())) return fail("utf16_part", *main + " is UTF-16", "open the file in Word and save it again");
  const auto names = word_names(part->view());
  if (!names) return fail("bad_package", *main + " does not name WordprocessingML at its root", "open the file in Word and save it again");
  corpus::docx::Trace trace;
  if (const auto read = corpus::docx::read_manuscript(original, limits, &trace); !read) return failed(read.error());

  Places places(part->view(), *names, trace);
  Placed placed = place(view, texts, places, out);
  const auto comments = comments_of(*package, *main, limits);
  if (!comments) return failed(comments.error());
  const std::uint64_t first_id = std::max(next_comment_id(part->view()), next_comment_id(comments->bytes));
  const std::string text = marked(part->view(), *names, placed, first_id);
  auto changes = write_comments(*package, *main, *comments, placed.comments, names->strict);
  if (!changes) return failed(changes.error());
  changes->push_back({*main, package->index(*main), text});
  auto copied = copy_package(original, *changes);
  if (!copied) return failed(copied.error());
  out.package = std::move(*copied);
  return out;
}

}  // namespace gouji::output
