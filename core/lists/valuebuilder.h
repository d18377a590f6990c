// SPDX-License-Identifier: MIT
// Puts a value together from the events of a parser of JSON or YAML.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringView>

#include <cstddef>
#include <vector>

namespace rollcall {

/// Builds one value: a scalar, or an object or array with all that is in it.
class ValueBuilder
{
public:
    void beginObject();
    void beginArray();
    void end(); ///< of the innermost object or array
    void key(QStringView name);
    /// A scalar, or a whole value that was built before.
    void value(const QJsonValue &value);

    bool isComplete() const { return m_complete; }
    /// The value; call it when it is complete. Afterwards the next one can be built.
    QJsonValue take();

private:
    struct Container {
        bool isObject = false;
        QJsonObject object;
        QJsonArray array;
        QString key; // of the member that comes next
    };

    void begin(bool isObject);

    std::vector<Container> m_containers; // the first m_depth are open, the others keep their memory
    std::size_t m_depth = 0;
    QJsonValue m_result;
    bool m_complete = false;
};

} // namespace rollcall
