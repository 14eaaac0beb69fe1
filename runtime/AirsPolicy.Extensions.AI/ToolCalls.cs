using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Contents;
using AirsPolicy.Extensions.AI.Memory;
using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// The calls of one request. Nothing is executed but by <see cref="InvokeAsync"/> and <see cref="ResumeAsync"/>, and what is executed are
/// the arguments that were decided on.
/// </summary>
internal sealed class ToolCalls(Exchange exchange, IReadOnlyDictionary<string, GrantedTool> tools)
{
    private const string ArgumentsPath = "/args", Waits = "This call waits for a person to approve it. Do not repeat it.";

    private readonly Dictionary<string, DecidedCall> _decided = [];

    /// <summary>The tools of the request, by name.</summary>
    public IReadOnlyDictionary<string, GrantedTool> Tools { get; } = tools;

    /// <summary>Whether a call is executed here once it goes on.</summary>
    public bool Executes(FunctionCallContent call) => Tools.TryGetValue(call.Name, out var tool) && tool.Function is not null;

    /// <summary>Decides on a call that the model asks for, before anybody sees it.</summary>
    public async ValueTask<DecidedCall> DecideAsync(FunctionCallContent call, CancellationToken cancellation)
    {
        if (call.Exception is not null || JsonText.Arguments(call.Arguments) is not { } arguments)
            return new DecidedCall(call.Name, "", [], Refuse("The arguments of the call cannot be read."));
        var verdict = await DecideAsync(call.Name, arguments, null, cancellation).ConfigureAwait(false);
        return await EditedAsync(call.Name, arguments, verdict, cancellation).ConfigureAwait(false);
    }

    /// <summary>Keeps a decision until the call is executed. Of two calls with one id neither is known then.</summary>
    public void Keep(string id, DecidedCall decided)
    {
        if (_decided.TryAdd(id, decided))
            return;
        GiveUp(decided.Verdict.Waits);
        if (_decided.Remove(id, out var twin))
            GiveUp(twin.Verdict.Waits);
    }

    /// <summary>Nothing of what was kept is executed any more, and nobody has to look at it.</summary>
    public void GiveUpKept()
    {
        foreach (var decided in _decided.Values)
            GiveUp(decided.Verdict.Waits);
        _decided.Clear();
    }

    /// <summary>Executes a call, if it goes on. The decision that was kept counts only for the same call, and once.</summary>
    /// <returns>What the model is told.</returns>
    public async ValueTask<object?> InvokeAsync(FunctionInvocationContext context, CancellationToken cancellation)
    {
        var call = context.CallContent;
        if (!_decided.Remove(call.CallId, out var decided)
            || decided.Tool != call.Name
            || decided.Verdict.Decision.Bundle != exchange.Policy.Host.Digest
            || JsonText.Canonical(JsonText.Arguments(call.Arguments)) is var now
                && now != JsonText.Canonical(decided.Arguments)
                && decided.Verdict.GoesOn)
        {
            GiveUp(decided?.Verdict.Waits);
            decided = await DecideAsync(call, cancellation).ConfigureAwait(false);
        }
        if (decided.Verdict.Decision.Outcome == Outcome.Halt)
        {
            (context.Terminate, exchange.Halted) = (true, decided.Verdict);
            GiveUpKept();
        }
        var told = await SettleAsync(decided, cancellation).ConfigureAwait(false);
        exchange.Policy.Pieces.Add(exchange.Scope, Piece.OfResult(new FunctionResultContent(call.CallId, told)), DecidedPiece.Passed);
        return told;
    }

    /// <summary>Takes up a call that has waited. The response only names it: what it says of the call itself counts for nothing.</summary>
    /// <returns>The call and its result, for the model and the caller; null where the response names nothing, or it waits on.</returns>
    public async ValueTask<(FunctionCallContent Call, FunctionResultContent Result)?> ResumeAsync(
        ToolApprovalResponseContent response,
        CancellationToken cancellation)
    {
        var (policy, id) = (exchange.Policy, response.RequestId);
        if (policy.Held.Take(id) is not { } held)
            return null;
        if (held.Expires <= policy.Options.Clock.GetUtcNow())
        {
            GiveUp(held.Waits);
            return null;
        }
        // Whoever else names it changes nothing.
        if (Key(held.Tool, held.Arguments) != held.Key)
        {
            policy.Held.PutBack(id, held);
            return null;
        }
        if (!response.Approved)
        {
            GiveUp(held.Waits);
            return Pair(id, held, "The user has withdrawn this call.");
        }
        held = AsReviewed(held);
        var verdict = await DecideAsync(held.Tool, held.Arguments, held.Waits, cancellation).ConfigureAwait(false);
        if (verdict.Decision.Outcome == Outcome.Hold && verdict.Waits is { } waits)
        {
            policy.Held.PutBack(id, held with { Waits = waits });
            Ask(id, held);
            return null;
        }
        var decided = await EditedAsync(held.Tool, held.Arguments, verdict, cancellation).ConfigureAwait(false);
        if (decided.Verdict.GoesOn)
        {
            var told = await ExecuteAsync(decided, cancellation, held.Waits).ConfigureAwait(false);
            return Pair(id, held, held.IsEdited ? Told(decided, told) : told);
        }
        return Pair(id, held, decided.Verdict.Decision.Outcome == Outcome.Hold && Hold(decided) ? Waits : Refused(decided.Verdict));
    }

    // What waits is what reviewers have made of it, and never what a caller says of it.
    private HeldCall AsReviewed(HeldCall held)
    {
        if (held.Waits is not { } waits
            || exchange.Policy.Host.Find(waits) is not { Facts: { } facts } edited
            || edited.Number == waits
            || JsonText.Arguments(JsonNode.Parse(facts.Span)?["args"]?.AsObject()
                .Select(argument => KeyValuePair.Create(argument.Key, (object?)argument.Value))) is not { } arguments)
            return held;
        return held with { Key = Key(held.Tool, arguments), Arguments = arguments, Waits = edited.Number, IsEdited = true };
    }

    // As members, so that no argument and no result can pass for another.
    private static JsonElement? Told(DecidedCall decided, object? result) => JsonText.Element(new JsonObject
    {
        ["changed_by"] = "people",
        ["arguments"] = decided.Arguments.DeepClone(),
        ["result"] = JsonText.Of(result),
    });

    private ValueTask<Verdict> DecideAsync(string tool, JsonObject arguments, long? resumes, CancellationToken cancellation) =>
        exchange.DecideAsync(
            PointNames.ToolCall,
            json =>
            {
                json.WriteBoolean("first_use"u8, exchange.IsFirstUse(tool));
                if (exchange.Policy.Host.Layout(PointNames.ToolCall)?.Layout is not { } layout || !Exchange.Knows(layout, tool, "args"))
                    return;
                json.WritePropertyName("args"u8);
                arguments.WriteTo(json);
            },
            cancellation,
            tool,
            resumes);

    // A call that the policy changes is another call: it is decided on as well, waits as it was changed, and has to stay so.
    private async ValueTask<DecidedCall> EditedAsync(string tool, JsonObject arguments, Verdict verdict, CancellationToken cancellation)
    {
        var asked = JsonText.Canonical(arguments);
        if (verdict.IsUnchanged || verdict.Decision.Outcome > Outcome.Hold)
            return new DecidedCall(tool, asked, arguments, verdict);
        var edited = Edited(arguments, verdict);
        if (edited is not null && JsonText.Canonical(edited) == asked)
            return new DecidedCall(tool, asked, arguments, verdict);
        GiveUp(verdict.Waits);
        if (edited is null)
            return new DecidedCall(tool, asked, arguments, Refuse("The change of the call cannot be carried out."));
        var again = await DecideAsync(tool, edited, null, cancellation).ConfigureAwait(false);
        if (again.IsUnchanged
            || again.Decision.Outcome > Outcome.Hold
            || Edited(edited, again) is { } same && JsonText.Canonical(same) == JsonText.Canonical(edited))
            return new DecidedCall(tool, asked, edited, again);
        GiveUp(again.Waits);
        return new DecidedCall(tool, asked, edited, Refuse("The change of the call would be changed again."));
    }

    private JsonObject? Edited(JsonObject arguments, Verdict verdict) =>
        JsonChange.Apply(arguments, ArgumentsPath, verdict.Decision.Content, exchange.Labels);

    private async ValueTask<object?> SettleAsync(DecidedCall decided, CancellationToken cancellation)
    {
        if (decided.Verdict.Decision.Outcome > Outcome.Hold || !Tools.TryGetValue(decided.Tool, out var tool) || tool.Function is null)
            return Refused(decided.Verdict);
        if (decided.Verdict.GoesOn && !tool.AsksUser)
            return await ExecuteAsync(decided, cancellation).ConfigureAwait(false);
        return Hold(decided) ? Waits : Refused(decided.Verdict);
    }

    private async ValueTask<object?> ExecuteAsync(DecidedCall decided, CancellationToken cancellation, long? held = null)
    {
        if (!Tools.TryGetValue(decided.Tool, out var tool) || tool.Function is not { } function)
            return "The policy refuses this call.";
        var arguments = new AIFunctionArguments(JsonText.Dictionary(decided.Arguments));
        exchange.Use(decided.Tool);
        object result;
        try
        {
            result = await function.InvokeAsync(arguments, cancellation).ConfigureAwait(false) ?? "Done.";
        }
        catch (Exception fault)
        {
            exchange.Executed(decided.Tool, held, fault);
            throw;
        }
        exchange.Executed(decided.Tool, held, fault: null);
        var (_, told) = await ToolResults
            .DecideAsync(exchange, decided.Tool, decided.Arguments, result, cancellation)
            .ConfigureAwait(false);
        return decided.IsEdited
            ? $"The policy has changed the arguments of this call to {JsonText.Plain(decided.Arguments)}. "
                + JsonText.Plain(JsonText.Of(told))
            : told;
    }

    private bool Hold(DecidedCall decided)
    {
        var now = exchange.Policy.Options.Clock.GetUtcNow();
        var held = new HeldCall(
            Key(decided.Tool, decided.Arguments),
            decided.Tool,
            decided.Arguments,
            decided.Verdict.Waits,
            now + exchange.Policy.Options.HeldCalls);
        if (decided.Verdict is { GoesOn: false, Waits: null } || exchange.Policy.Held.Add(held, now) is not { } id)
        {
            GiveUp(held.Waits);
            return false;
        }
        Ask(id, held);
        return true;
    }

    // Marked as one that is not to be executed: no other loop acts on it.
    private void Ask(string id, HeldCall held) =>
        exchange.Ask(
            new ToolApprovalRequestContent(
                id,
                new FunctionCallContent(id, held.Tool, JsonText.Dictionary(held.Arguments)) { InformationalOnly = true }));

    /// <summary>Takes back what waits for people, where something does.</summary>
    public void GiveUp(long? waits)
    {
        if (waits is { } number)
            exchange.Policy.Host.GiveUp(number);
    }

    private (FunctionCallContent Call, FunctionResultContent Result) Pair(string id, HeldCall held, object? told)
    {
        var call = new FunctionCallContent(id, held.Tool, JsonText.Dictionary(held.Arguments)) { InformationalOnly = true };
        var result = new FunctionResultContent(id, told);
        exchange.Policy.Pieces.Add(exchange.Scope, Piece.OfCall(call), DecidedPiece.Passed);
        exchange.Policy.Pieces.Add(exchange.Scope, Piece.OfResult(result), DecidedPiece.Passed);
        return (call, result);
    }

    // Another user, agent, session, definition, argument or policy is another call.
    private string Key(string tool, JsonObject arguments) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"{exchange.Scope}\n{tool.Length}:{tool}\n{Tools.GetValueOrDefault(tool)?.Digest}\n{JsonText.Canonical(arguments)}")));

    private Verdict Refuse(string why) => Verdict.Refuse(PointNames.ToolCall, why, exchange.Policy.Host.Digest);

    private static string Refused(Verdict verdict) => $"The policy refuses this call. {verdict.Decision.Message}".TrimEnd();
}
