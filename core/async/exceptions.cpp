// SPDX-License-Identifier: MIT
#include "core/async/exceptions.h"

#include "core/async/errors.h"

namespace rollcall::async::detail {

bool isCancellation(const std::exception_ptr &exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const Cancelled &) {
        return true;
    } catch (...) {
        return false;
    }
}

QString describe(const std::exception_ptr &exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    } catch (const Cancelled &) {
        return QStringLiteral("cancelled");
    } catch (...) {
        return QStringLiteral("an exception of unknown type");
    }
}

} // namespace rollcall::async::detail
