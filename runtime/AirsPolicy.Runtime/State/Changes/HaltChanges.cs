using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Halts;

namespace AirsPolicy.Runtime.State.Changes;

/// <summary>Halts within changes.</summary>
internal static class HaltChanges
{
    public static ChangeWriter Add(this ChangeWriter writer, ActiveHalt halt)
    {
        var origin = halt.Origin;
        writer
            .Add(origin.Control)
            .AddOptional(origin.Title)
            .AddOptional(origin.Severity)
            .Add(origin.Satisfies)
            .Add((long)origin.Ordinal)
            .Add(origin.File)
            .Add((long)origin.Line)
            .Add((long)origin.Column);
        writer.Add((long)halt.Scope).AddOptional(halt.Message).Add(halt.Since).Add(halt.Until).Add(halt.Cause is not null);
        return halt.Cause is { } cause ? writer.Add((long)cause.Kind).Add(cause.Detail) : writer;
    }

    public static ActiveHalt Halt(this ref ChangeReader reader)
    {
        var origin = new RuleOrigin(
            reader.Text(),
            reader.OptionalText(),
            reader.OptionalText(),
            reader.Text(),
            reader.Int(),
            reader.Text(),
            reader.Int(),
            reader.Int());
        return new ActiveHalt(origin, reader.Word<HaltScope>(), reader.OptionalText(), reader.Long(), reader.OptionalLong())
        {
            Cause = reader.Flag() ? new Failure(reader.Word<FailureKind>(), reader.Text()) : null,
        };
    }
}
