// SPDX-License-Identifier: MIT
// Takes surplus attributes out of HTML before it is parsed.
#pragma once

#include <QByteArray>

namespace rollcall {

/// Puts spaces in the place of whatever a tag has beyond its first thousand attributes, and leaves lengths
/// and lines as they are. libxml2 compares each attribute of a tag with all before it, so that a tag with a
/// hundred thousand of them would take minutes.
class AttributeLimit
{
public:
    /// Changes the next \a block of a page in UTF-8 or another superset of ASCII.
    void apply(QByteArray &block);

private:
    enum class Place { Text, Opened, Blank, Word, Value, Quoted, Surplus };

    void enter(char c);

    Place m_place = Place::Text;
    char m_quote = '"';
    int m_words = 0; // in the tag so far: at least as many as it has attributes
};

} // namespace rollcall
