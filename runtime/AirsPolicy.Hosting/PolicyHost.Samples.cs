using System.Globalization;
using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Hosting;

/// <summary>Drawing which requests are in the samples of judges and queues.</summary>
public sealed partial class PolicyHost
{
    // The id goes into the facts that its draws hang on: every step finds it there. A draw that is among the facts was made before, and
    // stands.
    private ReadOnlyMemory<byte> Drawn(ActivePolicy active, int point, ReadOnlyMemory<byte> facts)
    {
        try
        {
            var scratch = active.Pool.Rent();
            if (scratch.Reader.Read(active.Bundle.Layouts[point], facts.Span, scratch.Frame) is not null)
                return facts;
            var own = active.Bundle.HostSlots[point];
            // What cannot be written down is not drawn.
            if (!own.KnowsRequest)
                return facts;
            var id = own.IssuedId(scratch.Frame, _requests);
            if (id is null)
                facts = RequestIds.Put(facts.Span, id = _requests.Issue(scratch.NextRequestId()));
            var missing = own.Draws.Where(draw => !scratch.Frame.Has(draw.Slot)).ToList();
            active.Pool.Return(scratch);
            return missing.Count == 0
                ? facts
                : JoinedFacts.Of(
                    facts.Span,
                    missing.Select(draw => (DrawFact.Of(draw.Name), _requests.Draw(draw.Name, id).ToString(CultureInfo.InvariantCulture))));
        }
        // What fails on the way is for the decision to refuse: without a draw nobody knows that a request is in no sample.
        catch (Exception)
        {
            return facts;
        }
    }
}
