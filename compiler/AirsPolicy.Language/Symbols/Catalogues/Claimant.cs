namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>A kind of declaration that claims ids. Catalogues name it by its keyword.</summary>
public enum Claimant
{
    /// <summary>A control.</summary>
    Control,

    /// <summary>A tool, which stands at its call.</summary>
    Tool,

    /// <summary>An agent, whose edges stand at calls and delegations.</summary>
    Agent,

    /// <summary>A workflow, which bounds its agents there.</summary>
    Workflow,

    /// <summary>A judge, with its rules.</summary>
    Judge,

    /// <summary>A breaker.</summary>
    Breaker,

    /// <summary>A queue of people.</summary>
    Queue,

    /// <summary>The system as a whole, for what is not decided while it runs.</summary>
    System,
}
