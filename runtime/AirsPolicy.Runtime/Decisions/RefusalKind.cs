namespace AirsPolicy.Runtime.Decisions;

/// <summary>What the language refuses by itself.</summary>
public enum RefusalKind
{
    /// <summary>The agent that acts is not declared.</summary>
    UndeclaredAgent = 0,

    /// <summary>An agent that the work comes from is not declared.</summary>
    UndeclaredInChain = 1,

    /// <summary>The agent that is to take work is not declared.</summary>
    UndeclaredTaker = 2,

    /// <summary>Work would come back to an agent that it comes from.</summary>
    Cycle = 3,

    /// <summary>More is handed on than the agent may do itself.</summary>
    WiderScope = 4,

    /// <summary>The tool is outside the scope that the agent was handed.</summary>
    OutsideScope = 5,

    /// <summary>The tool is none that the agent may call.</summary>
    ToolNotGranted = 6,

    /// <summary>The agent may not hand work to that one.</summary>
    PairNotGranted = 7,

    /// <summary>Work was handed on too often.</summary>
    TooDeep = 8,

    /// <summary>The agent is of another kind than declared.</summary>
    OtherKind = 9,

    /// <summary>A call is not the next step of the agent.</summary>
    OrderOfTools = 10,

    /// <summary>It is not this agent's turn in the workflow, or work is not handed on in its order.</summary>
    OrderOfAgents = 11,

    /// <summary>A limit is used up.</summary>
    LimitReached = 12,

    /// <summary>A breaker is open.</summary>
    BreakerOpen = 13,

    /// <summary>A chart is not brought back, or a breaker not closed.</summary>
    Recovery = 14,
}
