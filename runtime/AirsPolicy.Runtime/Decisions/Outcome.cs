namespace AirsPolicy.Runtime.Decisions;

/// <summary>What a decision comes to, in rising order; effects join by maximum.</summary>
public enum Outcome
{
    /// <summary>The content goes on as it is.</summary>
    Allow = 0,

    /// <summary>The content goes on and the decision is marked for the judge and for people.</summary>
    Flag = 1,

    /// <summary>The content goes on changed.</summary>
    Amend = 2,

    /// <summary>The content waits for people; silence refuses.</summary>
    Hold = 3,

    /// <summary>The content does not go on.</summary>
    Block = 4,

    /// <summary>The content does not go on, and nothing more of the scope until the halt ends.</summary>
    Halt = 5,
}
