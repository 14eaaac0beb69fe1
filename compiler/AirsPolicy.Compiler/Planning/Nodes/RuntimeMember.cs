namespace AirsPolicy.Compiler.Planning.Nodes;

/// <summary>A member of the runtime that emitted code calls.</summary>
/// <param name="Receiver">On what.</param>
/// <param name="Name">The name of the method; always given by <c>nameof</c>.</param>
/// <param name="Type">What it gives.</param>
/// <param name="CanFail">It may fail the rule.</param>
/// <param name="WorksOut">It puts values into the frame, which are let go with the rule.</param>
internal sealed record RuntimeMember(Receiver Receiver, string Name, PlanType Type, bool CanFail = false, bool WorksOut = false);

/// <summary>What a member is called on.</summary>
internal enum Receiver
{
    /// <summary>The frame of the facts.</summary>
    Frame,

    /// <summary>The evaluation.</summary>
    Evaluation,

    /// <summary>Static members that need neither.</summary>
    Conversions,
}
