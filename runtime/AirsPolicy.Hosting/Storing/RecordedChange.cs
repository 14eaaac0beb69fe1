using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Pace;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting.Storing;

/// <summary>
/// What a change of the state is evidence of. It is read where the change is taken down, so that none is missed, whoever has made it.
/// </summary>
internal static class RecordedChange
{
    /// <summary>The record; null where the change is none of charts, breakers, halts and silence.</summary>
    public static EvidenceRecord? Of(ReadOnlySpan<byte> change, DateTimeOffset now)
    {
        var reader = new ChangeReader(change);
        switch ((ChangeKind)reader.Byte())
        {
            case ChangeKind.ChartChanged:
                var (chart, from, to, cause) = (reader.Text(), reader.Word<PaceLevel>(), reader.Word<PaceLevel>(), reader.Text());
                return Transition($"chart.{chart}", PaceLevels.NameOf(to), now, [("from", PaceLevels.NameOf(from)), ("by", cause)]);
            case ChangeKind.BreakerOpened or ChangeKind.BreakerCrowded:
                return Transition($"breaker.{reader.Text()}", "open", now, []);
            case ChangeKind.BreakerClosed or ChangeKind.CrowdedBreakersClosed:
                return Transition($"breaker.{reader.Text()}", "closed", now, []);
            case ChangeKind.Halted:
                reader.Long();
                reader.Key();
                return Of(reader.Halt(), now);
            case ChangeKind.HaltCrowded:
                return new EvidenceRecord(EvidenceKind.Halt, now) { Outcome = WordOf(reader.Word<HaltScope>()) };
            case ChangeKind.Lifted or ChangeKind.CrowdedHaltsLifted:
                return new EvidenceRecord(EvidenceKind.Lift, now) { Outcome = WordOf(reader.Word<HaltScope>()) };
            // Of what people have settled there is a record of their own.
            case ChangeKind.Settled when reader.Long() is var held && reader.Result() is { Answer: ReviewAnswer.Expired }:
                return new EvidenceRecord(EvidenceKind.Review, now) { Outcome = "expired", Held = held };
            default:
                return null;
        }
    }

    /// <summary>The record with more content.</summary>
    public static EvidenceRecord With(EvidenceRecord record, (string Name, string? Text)[] said) =>
        said.Length == 0 ? record : record with { Content = [.. record.Content, .. Content(said)] };

    /// <summary>Content fields of texts.</summary>
    public static ValueList<ContentField> Content(params IEnumerable<(string Name, string? Text)> fields) =>
        fields
            .Where(field => field.Text is not null)
            .Select(field => new ContentField(field.Name, Encoding.UTF8.GetBytes(field.Text!)))
            .ToValueList();

    private static EvidenceRecord Of(ActiveHalt halt, DateTimeOffset now) => new(EvidenceKind.Halt, now)
    {
        Outcome = WordOf(halt.Scope),
        Controls = [halt.Origin.Control],
        Content = Content(("message", halt.Message)),
    };

    private static EvidenceRecord Transition(string what, string to, DateTimeOffset now, IEnumerable<(string, string?)> content) =>
        new(EvidenceKind.Transition, now) { Point = what, Outcome = to, Content = Content(content) };

    private static string WordOf(HaltScope scope) => scope.ToString().ToLowerInvariant();
}
