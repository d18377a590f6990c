// SPDX-License-Identifier: MIT
#include "core/async/task.h"

namespace rollcall::async {

AnyTask currentTask()
{
    TaskBase *const current = TaskBase::current();
    return current ? AnyTask(std::static_pointer_cast<TaskBase>(current->shared_from_this())) : AnyTask();
}

std::vector<AnyTask> allTasks()
{
    std::vector<AnyTask> tasks;
    for (const std::shared_ptr<TaskBase> &task : Scheduler::current().tasks())
        tasks.emplace_back(task);
    return tasks;
}

} // namespace rollcall::async
