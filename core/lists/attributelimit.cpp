// SPDX-License-Identifier: MIT
#include "core/lists/attributelimit.h"

#include <algorithm>
#include <cctype>

namespace rollcall {

namespace {

constexpr int mostWords = 1000;

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '/';
}

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

} // namespace

// A quote counts as one only where a value begins. What looks like a tag in a script or a comment may be
// taken for one, which changes nothing that is looked at.
void AttributeLimit::apply(QByteArray &block)
{
    for (auto at = block.begin(); at != block.end(); ++at) {
        if (m_place == Place::Text)
            at = std::find(at, block.end(), '<');
        else if (m_place == Place::Quoted)
            at = std::find(at, block.end(), m_quote);
        if (at == block.end())
            return;
        enter(*at);
        if (m_place == Place::Surplus && !isLineEnd(*at))
            *at = ' ';
    }
}

// Notes that \a c is the next character of the page.
void AttributeLimit::enter(char c)
{
    if (m_place == Place::Text) {
        m_place = Place::Opened;
    } else if (m_place == Place::Opened) {
        m_words = 0;
        if (c != '<')
            m_place = std::isalpha(static_cast<unsigned char>(c)) != 0 ? Place::Word : Place::Text;
    } else if (m_place == Place::Quoted) {
        m_place = Place::Blank;
    } else if (c == '>') {
        m_place = Place::Text;
    } else if (m_place == Place::Surplus) {
        return;
    } else if (m_place == Place::Value && (c == '"' || c == '\'')) {
        m_place = Place::Quoted;
        m_quote = c;
    } else if (c == '=') {
        m_place = Place::Value;
    } else if (isBlank(c)) {
        if (m_place == Place::Word)
            m_place = Place::Blank;
    } else {
        if (m_place == Place::Blank)
            ++m_words;
        m_place = m_words > mostWords ? Place::Surplus : Place::Word;
    }
}

} // namespace rollcall
