#include "corpus/docx/xml_reader.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <charconv>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>

#include "corpus/docx/xml_text.h"

namespace gouji::corpus::docx {
namespace {

const unsigned char* chars(std::string_view s) { return reinterpret_cast<const unsigned char*>(s.data()); }
std::string_view view(const unsigned char* s) { return s == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(s)); }

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

constexpr std::size_t names = static_cast<std::size_t>(Name::count);

// A parser's state and the names that it keeps once (its dictionary), so that a name's address is the name.
class Context {
 public:
  Context() {
    static std::once_flag initialised;
    std::call_once(initialised, xmlInitParser);
    context_.reset(xmlNewParserCtxt());
    if (!context_) throw std::bad_alloc();
    for (std::size_t n = 1; n < names; ++n) {
      address_[n] = xmlDictLookup(context_->dict, chars(spellings[n]), static_cast<int>(spellings[n].size()));
      std::size_t slot = slot_of(address_[n]);
      while (slots_[slot] != 0) slot = (slot + 1) % slots;
      slots_[slot] = static_cast<std::uint8_t>(n);
    }
  }

  xmlParserCtxt* get() const { return context_.get(); }
  const unsigned char* address_of(Name name) const { return address_[static_cast<std::size_t>(name)]; }
  Name name_of(const unsigned char* address) const {
    for (std::size_t slot = slot_of(address); slots_[slot] != 0; slot = (slot + 1) % slots) {
      if (address_[slots_[slot]] == address) return static_cast<Name>(slots_[slot]);
    }
    return Name::other;
  }

  // One for the next part: that of the part before, where this thread has read one. Its names need not be learnt again.
  static std::unique_ptr<Context> take() { return spare() ? std::move(spare()) : std::make_unique<Context>(); }
  // Kept for the next part, but for one that saw an error or a file full of names.
  static void give_back(std::unique_ptr<Context> used) {
    constexpr int usual_names = 1000;
    const xmlParserCtxt& state = *used->get();
    if (state.wellFormed == 0 || state.disableSAX != 0 || state.nsNr != 0 || xmlDictSize(state.dict) > usual_names) return;
    xmlCtxtReset(used->get());
    spare() = std::move(used);
  }

 private:
  static constexpr std::size_t slots = 512;
  static_assert(names * 2 < slots);

  static std::size_t slot_of(const unsigned char* address) {
    return (reinterpret_cast<std::uintptr_t>(address) * 0x9E3779B97F4A7C15ULL >> 55U) % slots;
  }
  static std::unique_ptr<Context>& spare() {
    thread_local std::unique_ptr<Context> one;
    return one;
  }

  std::unique_ptr<xmlParserCtxt, FreeContext> context_;
  std::array<const unsigned char*, names> address_{};
  std::array<std::uint8_t, slots> slots_{};
};

}  // namespace

class XmlParser {
 public:
  XmlParser(std::string_view part, const Limits& limits, XmlHandler& handler)
      : part_(part), limits_(limits), handler_(handler), names_(Context::take()), context_(names_->get()) {
    set_callbacks();
  }
  ~XmlParser() { Context::give_back(std::move(names_)); }
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  Result<void> run(std::string_view xml) {
    if (const std::uint64_t found = attributes_beyond(xml, limits_.xml_attributes); found > 0) refuse_attributes(found);
    if (!error_) parse(xml);
    if (thrown_) std::rethrow_exception(thrown_);
    if (error_) return tl::unexpected<Error>(*error_);
    return {};
  }

 private:
  friend class Tag;
  // Few namespaces occur, and neighbours share theirs.
  Space space_of_uri(const unsigned char* uri) {
    if (uri == last_uri_) return last_space_;
    last_uri_ = uri;
    return last_space_ = space_of(view(uri));
  }

  void parse(std::string_view xml) {
    if (xml.size() > INT32_MAX) return refuse({"limit", fmt::format("{}: {} bytes of XML", part_, xml.size()), ""});
    // The parser reads the bytes where they are, up to the NUL.
    xmlParserInput* input = xmlNewInputStream(context_);
    if (input == nullptr) throw std::bad_alloc();
    input->base = input->cur = chars(xml);
    input->end = input->base + xml.size();
    inputPush(context_, input);
    xmlParseDocument(context_);
    if (!error_ && !thrown_ && context_->wellFormed == 0) {
      std::string reason(context_->lastError.message == nullptr ? "not well-formed" : context_->lastError.message);
      while (!reason.empty() && reason.back() == '\n') reason.pop_back();
      refuse({"bad_xml", fmt::format("{}, line {}: {}", part_, context_->lastError.line, reason), "open the file in Word and save it again"});
    }
  }

  void refuse(Error error) {
    if (!error_) error_ = std::move(error);
    xmlStopParser(context_);
  }
  void refuse_attributes(std::uint64_t found) {
    refuse({"limit", fmt::format("{}: a tag with {} attributes or more, at most {} are read", part_, found, limits_.xml_attributes),
            "a report is never like this: check where the file comes from"});
  }

  // No exception may cross the parser's frames.
  template <class Run>
  void guarded(Run run) noexcept {
    if (thrown_ || error_) return;
    try {
      run();
    } catch (...) {
      thrown_ = std::current_exception();
      xmlStopParser(context_);
    }
  }

  void start(const unsigned char* local, const unsigned char* uri, int namespaces, int attributes, const unsigned char** values) {
    if (++depth_ > limits_.xml_depth) {
      return refuse({"limit", fmt::format("{}: more than {} elements inside each other", part_, limits_.xml_depth),
                     "a report is never like this: check where the file comes from"});
    }
    const auto found = static_cast<std::uint64_t>(namespaces + attributes);
    if (found > limits_.xml_attributes || static_cast<std::uint64_t>(context_->nsNr / 2) > limits_.xml_attributes) return refuse_attributes(found);
    tag_.name = names_->name_of(local);
    tag_.space = space_of_uri(uri);
    tag_.parser_ = this;
    tag_.attributes_ = values;
    tag_.count_ = attributes;
    handler_.start(tag_);
  }

  void set_callbacks() {
    xmlSAXHandler& sax = *context_->sax;
    sax = {};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = [](void* self, const xmlChar* local, const xmlChar*, const xmlChar* uri, int namespaces, const xmlChar**, int attributes,
                            int, const xmlChar** values) {
      auto& parser = *static_cast<XmlParser*>(self);
      parser.guarded([&] { parser.start(local, uri, namespaces, attributes, values); });
    };
    sax.endElementNs = [](void* self, const xmlChar* local, const xmlChar*, const xmlChar* uri) {
      auto& parser = *static_cast<XmlParser*>(self);
      --parser.depth_;
      parser.guarded([&] { parser.handler_.end(parser.space_of_uri(uri), parser.names_->name_of(local)); });
    };
    sax.characters = sax.cdataBlock = [](void* self, const xmlChar* text, int size) {
      auto& parser = *static_cast<XmlParser*>(self);
      parser.guarded([&] { parser.handler_.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)}); });
    };
    sax.internalSubset = [](void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
      auto& parser = *static_cast<XmlParser*>(self);
      parser.guarded([&] {
        parser.refuse({"dtd", fmt::format("{}: it declares a document type, which Word never writes", parser.part_),
                       "open the file in Word and save it again"});
      });
    };
    sax.serror = [](void*, xmlError*) {};
    context_->userData = this;
    // Only the predefined entities are left where no DTD may declare others; the encoding is known already.
    xmlCtxtUseOptions(context_, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
  }

  std::string_view part_;
  const Limits& limits_;
  XmlHandler& handler_;
  std::unique_ptr<Context> names_;
  xmlParserCtxt* context_;
  const unsigned char* last_uri_ = nullptr;
  Space last_space_ = Space::other;
  std::uint64_t depth_ = 0;
  Tag tag_;
  std::optional<Error> error_;
  std::exception_ptr thrown_;
};

std::string_view Tag::get(Name attribute) const {
  const unsigned char* wanted = parser_->names_->address_of(attribute);
  for (int i = 0; i < count_; ++i) {
    const unsigned char** entry = attributes_ + std::ptrdiff_t{i} * 5;  // local name, prefix, URI, value from, value to
    if (entry[0] == wanted) return {reinterpret_cast<const char*>(entry[3]), static_cast<std::size_t>(entry[4] - entry[3])};
  }
  return {};
}

bool Tag::has(Name attribute) const { return get(attribute).data() != nullptr; }

std::string_view Tag::namespace_of(std::string_view prefix) const {
  const xmlParserCtxt& context = *parser_->context_;
  for (int i = context.nsNr - 2; i >= 0; i -= 2) {
    if (view(context.nsTab[i]) == prefix) return view(context.nsTab[i + 1]);
  }
  return {};
}

bool Tag::on() const {
  const std::string_view value = get(Name::val);
  return !(value == "0" || value == "false" || value == "off" || value == "none");
}

int Tag::number(Name attribute, int otherwise) const {
  const std::string_view value = get(attribute);
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end != value.data() ? number : otherwise;
}

Result<void> read_xml(std::string_view xml, std::string_view part, const Limits& limits, XmlHandler& handler) {
  std::string converted;
  auto text = utf8_of(xml, part, converted);
  if (!text) return tl::unexpected<Error>(text.error());
  return XmlParser(part, limits, handler).run(*text);
}

}  // namespace gouji::corpus::docx
