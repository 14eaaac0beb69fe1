namespace AirsPolicy.Language.Model.Events;

/// <summary>Which decisions of the past are events.</summary>
public enum EventFate
{
    /// <summary>Those that went on: decided below hold, or approved.</summary>
    WentOn,

    /// <summary>Those that did not: decided block or halt, or held and not approved in time.</summary>
    Refused,

    /// <summary>Both. A decision that waits for people is neither yet.</summary>
    All,
}
