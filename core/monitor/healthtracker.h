// SPDX-License-Identifier: MIT
// Makes one URL's state out of its results, so that one odd answer is no news.
#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

namespace rollcall {

/// How a watched URL does.
enum class Health {
    Unknown, ///< not enough results yet
    Up,
    Degraded, ///< it answers, with a warning: slow, a certificate that ends soon, ...
    Down,
    Paused, ///< by hand, or for maintenance
};

/// The word for \a health in JSON and metrics: "unknown", "up", "degraded", "down", "paused".
const char *slug(Health health);
/// The state with this word.
std::optional<Health> healthFromSlug(QByteArrayView slug);

/// What one result says.
enum class Showing { Good, Poor, Bad };

/// How much it takes to change a state.
struct HealthSettings {
    HealthSettings() = default;

    int downAfter = 2;     ///< failures in a row
    int degradedAfter = 2; ///< warnings in a row
    int upAfter = 1;       ///< answers in a row after being down, good ones after being degraded
    std::chrono::milliseconds confirmAfter{15'000}; ///< the next check after the first in such a row
    /// So many changes between down and not down within this time are flapping, until there was none for half
    /// of it.
    int flapChanges = 6;
    std::chrono::milliseconds flapWindow = std::chrono::hours(1);

    friend bool operator==(const HealthSettings &, const HealthSettings &) = default;
};

/// A change of state.
struct HealthChange {
    HealthChange() = default;
    HealthChange(Health before, Health after, QDateTime began)
        : from(before),
          to(after),
          since(std::move(began))
    {
    }

    Health from = Health::Unknown;
    Health to = Health::Unknown;
    QDateTime since; ///< when the first result in the row that made the change began

    friend bool operator==(const HealthChange &, const HealthChange &) = default;
};

/// The state of one URL. A plain object: the times are those of the results.
class HealthTracker
{
public:
    enum class Flapping { No, Begins, Lasts, Ends };

    /// What a result changed.
    struct Step {
        Step() = default;

        std::optional<HealthChange> change;
        Flapping flapping = Flapping::No; ///< while it begins and lasts, changes are not worth a message
        bool wantsConfirmation = false;   ///< the next result may change the state: check again soon
    };

    explicit HealthTracker(HealthSettings settings = {}) : m_settings(settings) {}

    /// Goes on where an earlier tracker was.
    void restore(Health health, QDateTime since);
    /// The result of a check that began at \a when, UTC.
    Step take(Showing showing, const QDateTime &when);
    /// The failures and warnings in the row so far were nothing to do with the URL.
    void forgetRow();
    /// Paused until resume(), which leaves the state unknown until the next results; neither twice.
    std::optional<HealthChange> pause(const QDateTime &when);
    std::optional<HealthChange> resume(const QDateTime &when);

    Health health() const { return m_health; }
    QDateTime since() const { return m_since; }
    bool isFlapping() const { return m_isFlapping; }

private:
    struct Row {
        void add(const QDateTime &when);
        void end() { *this = {}; }

        int length = 0;
        QDateTime began;
    };

    void count(Showing showing, const QDateTime &when);
    std::optional<HealthChange> changeAfter(Showing showing) const;
    HealthChange moveTo(Health health, const QDateTime &when);
    Flapping noteFlapping(const std::optional<HealthChange> &change, const QDateTime &when);

    HealthSettings m_settings;
    Health m_health = Health::Unknown;
    QDateTime m_since;
    Row m_bad;
    Row m_poor;
    Row m_answers;
    Row m_good;
    QList<QDateTime> m_changes; // between down and not down, within the window
    bool m_isFlapping = false;
};

} // namespace rollcall
