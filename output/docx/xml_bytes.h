// XML as bytes that are to stay as they are: where its tags stand, and what to put between them. Not a parser: the part was parsed before, so
// it is known to be well-formed and without a document type.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji::output::docx {

struct XmlTag {
  enum class Kind : std::uint8_t { start, end, empty };
  Kind kind = Kind::start;
  std::size_t begin = 0, end = 0;  // of its bytes, '<' and '>' included
  std::string_view name;           // with its prefix, as written
};

// The tags of a part, one after another.
class TagScanner {
 public:
  explicit TagScanner(std::string_view xml) : xml_(xml) {}
  bool next(XmlTag& tag);

 private:
  std::string_view xml_;
  std::size_t at_ = 0;
};

// The value of an attribute as written; nullopt where the tag has none of this name.
std::optional<std::string_view> attribute(std::string_view tag, std::string_view name);

// The byte where the n-th character of an element's content begins: entities and CR LF are one character. nullopt where markup (CDATA, a
// comment) stands before it, or the content is shorter.
std::optional<std::size_t> byte_of_character(std::string_view content, std::size_t n);

// For element content: what XML 1.0 cannot hold, and broken UTF-8, is U+FFFD.
std::string escaped(std::string_view text);

// How a part names WordprocessingML: its own prefix, and what the elements that are put into it are written with.
struct WordNames {
  std::string own;          // "w:", or "" where it is the default namespace
  std::string prefix;       // of what is put in: always one, attributes need it
  std::string declaration;  // in each of those, where the part does not bind `prefix` at its root; else ""
  bool strict = false;      // ISO 29500 strict
};
// By the root's tag; nullopt where it binds neither namespace.
std::optional<WordNames> word_names(std::string_view xml);

// UTF-16 is legal in a package, but no byte of it could be kept beside UTF-8.
bool is_utf16(std::string_view xml);

}  // namespace gouji::output::docx
