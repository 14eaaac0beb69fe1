using AirsPolicy.Conformance.Tests.Detecting;

namespace AirsPolicy.Conformance.Tests.Replaying;

/// <summary>A fact that needs the tasks of agents in the folder named by the environment variable AIRS_EVALUATION_DATA.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AgentTasksFactAttribute : FactAttribute
{
    public AgentTasksFactAttribute()
    {
        if (!File.Exists(LabelledRowsFactAttribute.PathOf(AgentTask.FileName)))
            Skip = $"The folder of the environment variable AIRS_EVALUATION_DATA holds no '{AgentTask.FileName}'.";
    }
}
