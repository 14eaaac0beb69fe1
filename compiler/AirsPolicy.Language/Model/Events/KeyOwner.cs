using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Model.Events;

/// <summary>With whose end keys are forgotten that never go by themselves.</summary>
internal static class KeyOwner
{
    /// <summary>The session or run that the first key is of.</summary>
    public static StateOwner Of(ValueList<Expression> keys) =>
        keys.Count == 0 || keys[0] is not PathExpression { Path: var path }
            ? StateOwner.None
            : path[0] switch
            {
                "session" => StateOwner.Session,
                "run" => StateOwner.Run,
                _ => StateOwner.None,
            };
}
