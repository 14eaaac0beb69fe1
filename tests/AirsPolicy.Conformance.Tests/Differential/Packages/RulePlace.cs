namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>Where a rule can stand, and which facts it then reads.</summary>
/// <param name="At">As it is written behind <c>at</c>.</param>
/// <param name="Texts">Texts that are read there.</param>
/// <param name="HasAgent">Agents act there.</param>
internal sealed record RulePlace(string At, string[] Texts, bool HasAgent)
{
    public static readonly RulePlace Pay = new("tool_call of pay", ["args.to", "folded(args.to)", "args.to + args.to"], HasAgent: true);
    public static readonly RulePlace Mail = new("tool_call of mail", ["args.to", "args.body"], HasAgent: true);
    public static readonly RulePlace Calls = new("tool_call", [], HasAgent: true);
    public static readonly RulePlace Delegate = new("delegate", ["to"], HasAgent: true);

    /// <summary>The places of controls.</summary>
    public static readonly RulePlace[] All =
    [
        Pay, Pay, Mail, Calls, Delegate,
        new("input", ["input.text"], HasAgent: false),
        new("tool_result", ["result.text"], HasAgent: true),
        new("message", ["message.text"], HasAgent: true),
        new("recall", ["memory.text", "memory.key"], HasAgent: false),
        new("output", ["output.text"], HasAgent: false),
        new("tool_call, delegate", [], HasAgent: true),
        new("input, tool_result, message, recall, output", [], HasAgent: false),
    ];
}
