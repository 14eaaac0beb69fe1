using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Tests;

/// <summary>
/// Turns what a test gives into the facts of a request as a host would send them: what every host gives, and over it what the test says.
/// </summary>
internal sealed class TestFactsBinder(
    BindingContext context,
    PackageSymbol package,
    PointFacts facts,
    ImmutableDictionary<string, LocalName> locals)
{
    private readonly FactValueBinder _values = new(context, package, locals);

    /// <summary>The facts as JSON text, or null once a mistake is reported.</summary>
    public string? Bind(GivenMemberSyntax given, string? toolWireName)
    {
        var source = given.GivenKeyword.Source;
        var root = Defaults();
        if (toolWireName is not null)
            root["tool"] = toolWireName;
        var text = given.Text is null ? null : JsonValue.Create(Declarations.Literals.Text(given.Text));
        var complete = true;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in given.Facts?.Fields ?? (IEnumerable<RecordFieldSyntax>)[])
        {
            if (!field.Name.IsMissing && !names.Add(FieldName.Of(field)))
            {
                context.Report(ControlDiagnostics.MemberTwice, source, field.Name.Span, "given", FieldName.Of(field));
                complete = false;
                continue;
            }
            if (FieldName.Of(field) == "text" && facts.Layout.PrimaryText.Count > 0)
            {
                if (text is not null)
                    context.Report(TestDiagnostics.TextGivenTwice, source, field.Name.Span, facts.Name);
                text = _values.Bind(field.Value, TextShape.Instance, "text") as JsonValue;
                complete &= text is not null;
                continue;
            }
            complete &= AddField(root, field, source);
        }
        AddFactsOfAgents(root);
        if (text is not null && !SetPrimaryText(root, text, source, given.Text?.Span ?? given.Span))
            return null;
        return complete ? root.ToJsonString() : null;
    }

    /// <summary>The facts of a request that somebody makes, as JSON text.</summary>
    public string RequestOf(string user)
    {
        var root = Defaults();
        root["user"]!["id"] = user;
        root["approver"] = new JsonObject { ["kind"] = "person", ["id"] = user, ["roles"] = new JsonArray(user) };
        return root.ToJsonString();
    }

    private JsonObject Defaults()
    {
        var root = new JsonObject { ["system"] = new JsonObject { ["name"] = "test-system", ["tier"] = Tier(), ["model"] = "test-model" } };
        foreach (var fact in CommonFacts.All.Concat(facts.Point?.Facts ?? []))
        {
            if (fact.TestValue is { } value && fact.GiverAt(facts.Name) != FactGiver.SomeHosts)
                root[fact.Name] = JsonNode.Parse(value);
        }
        AddReadings(root);
        // In no sample that leaves something out, so that a test says itself what is judged.
        foreach (var draw in facts.Layout.Facts.Members.Where(member => DrawFact.DrawnFor(member.Name) is not null))
            root[draw.WireName] = 1;
        return root;
    }

    // A host takes a system that stands in no tier for as severe as can be. A library is no system, and is tested in the lowest unless a
    // test says another.
    private string Tier() =>
        context.Tier is { } tier && FactShapes.Tier.IndexOf(tier.Name) >= 0 ? tier.Name
        : package.IsPolicy && !StatusBinder.StandsInFramework(context) ? FactShapes.Tier.Names[^1]
        : FactShapes.Tier.Names[0];

    // All is well, but for what the test says.
    private void AddReadings(JsonObject root)
    {
        if (facts.Point is not { } point || !Readings.Points.Contains(point.Name))
            return;
        root["guardrail"] = JsonNode.Parse(Readings.TestValue("guardrail"));
        foreach (var group in Readings.Named)
        {
            if (facts.Layout.Facts.Find(group)?.Shape is RecordShape named)
                root[group] = new JsonObject(
                    named.Members.Select(member => KeyValuePair.Create(member.WireName, JsonNode.Parse(Readings.TestValue(group)))));
        }
    }

    // How charts and breakers stand, and who has approved something, is for the state of the policy to say.
    private bool IsGiven(RecordFieldSyntax field, Text.SourceText source)
    {
        if (FieldName.Of(field) == "approvals" && facts.Find("approvals") is not null)
        {
            context.Report(TestDiagnostics.ApprovalsGiven, source, field.Name.Span);
            return true;
        }
        if (FieldName.Of(field) == "breaker" && facts.Find("breaker") is not null)
        {
            context.Report(PaceDiagnostics.ChartGiven, source, field.Name.Span, "breaker", "breaker");
            return true;
        }
        if (FieldName.Of(field) != "pace" || field.Value is not RecordExpressionSyntax { Fields: var states })
            return false;
        foreach (var state in states)
        {
            if (!context.Charts.Any(chart => chart.Name == FieldName.Of(state)))
                continue;
            context.Report(PaceDiagnostics.ChartGiven, source, state.Name.Span, $"pace.{FieldName.Of(state)}", "chart");
            return true;
        }
        return false;
    }

    private static void Merge(JsonObject before, JsonObject given)
    {
        foreach (var (key, part) in given.ToList())
        {
            given.Remove(key);
            if (before[key] is JsonObject inner && part is JsonObject over)
                Merge(inner, over);
            else
                before[key] = part;
        }
    }

    private bool AddField(JsonObject root, RecordFieldSyntax field, Text.SourceText source)
    {
        var name = FieldName.Of(field);
        if (field.Name.IsMissing)
            return false;
        if (CommonFacts.Times.Contains(name))
        {
            context.Report(TestDiagnostics.ClockGiven, source, field.Name.Span, name);
            return false;
        }
        if (IsGiven(field, source))
            return false;
        if (facts.Find(name) is not { } member)
        {
            context.ReportUnknown(
                TestDiagnostics.UnknownTestFact,
                source,
                field.Name.Span,
                name,
                facts.Roots.Select(m => m.Name),
                name,
                $"at '{facts.Name}'");
            return false;
        }
        context.Notes?.Refer(
            field.Name, SymbolKind.Fact, name, member.Shape,
            FactDocumentation.Of(facts.Point, name), NameLookup.Find(package, name, SymbolKind.Fact));
        ReferInside(field, name);
        if (_values.Bind(field.Value, member.Shape, name) is not { } value)
            return false;
        if ((root[member.WireName] ?? CommonFacts.TestValueOfSomeHosts(name, facts.Name)) is JsonObject before && value is JsonObject given)
        {
            root[member.WireName] = before;
            Merge(before, given);
            return true;
        }
        root[member.WireName] = value;
        return true;
    }

    // A host that has agents says which one acts, and in which run.
    private void AddFactsOfAgents(JsonObject root)
    {
        if (!CommonFacts.OfAgents.Any(root.ContainsKey))
            return;
        foreach (var name in CommonFacts.OfAgents)
            root.TryAdd(name, CommonFacts.TestValueOfSomeHosts(name, facts.Name));
    }

    private bool SetPrimaryText(JsonObject root, JsonValue text, Text.SourceText source, TextSpan span)
    {
        var path = facts.Layout.PrimaryText;
        if (path.Count == 0)
        {
            context.Report(TestDiagnostics.NoTextHere, source, span, facts.Name);
            return false;
        }
        var current = root;
        for (var i = 0; i < path.Count - 1; i++)
            current = (JsonObject)(current[path[i]] ??= new JsonObject());
        if (current.ContainsKey(path[^1]))
            context.Report(TestDiagnostics.TextGivenTwice, source, span, facts.Name);
        current[path[^1]] = text;
        return true;
    }

    // Readings are given behind the names of what they are of, and a draw has the name of what is drawn for.
    private void ReferInside(RecordFieldSyntax field, string name)
    {
        if (context.Notes is not { } notes)
            return;
        if (Readings.KindOf(name) is { } kind && field.Value is RecordExpressionSyntax record)
        {
            foreach (var inner in record.Fields)
            {
                if (NameLookup.Find(package, inner.Name.Text, kind) is { } declared)
                    notes.Refer(inner.Name, kind, declared.QualifiedName, null, null, declared);
            }
        }

        const string draw = "draw:";
        if (name.StartsWith(draw, StringComparison.Ordinal) && NameLookup.FindAny(package, name[draw.Length..]) is { } drawn)
        {
            var end = field.Name.Span.End - 1;
            notes.ReferInText(field.Name.Source, new TextSpan(end - drawn.Name.Length, end), drawn);
        }
    }
}
