using System.Globalization;
using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Language.Semantics.Schemas;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Tests.Schemas;
using Xunit.Abstractions;

namespace AirsPolicy.Language.Tests.Semantics.Schemas;

public class ReadSuiteTests(ITestOutputHelper output)
{
    [SchemaSuiteFact]
    public void Facts_read_into_a_frame_pass_every_required_test_of_the_official_suite()
    {
        var options = new SchemaReadingOptions(
            AssertFormats: false,
            RefuseSlips: false,
            SchemaSuite
                .Remotes()
                .Select(document => new SchemaText(document.Uri, Encoding.UTF8.GetString(document.Json.Span)))
                .ToValueList());
        var failures = new List<string>();
        var (tests, carried, passed) = (0, 0, 0);
        var asked = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in SchemaSuite.Required())
        {
            tests += group.Tests.Count;
            var reading = SchemaReader.Read(Encoding.UTF8.GetString(group.Schema), group.Name, options);
            if (reading.Shape is not { } shape)
            {
                failures.AddRange(group.Tests.Select(test => $"{group.Name}, {test.Name}: {reading.Diagnostics[0]}"));
                continue;
            }
            carried += shape.Constraint!.Carried ? group.Tests.Count : 0;
            var facts = new RecordShape(
                [new ShapeMember("value", "value", shape, Optional: true)],
                Strict: !(reading.Nullable && shape.Constraint.Carried));
            var layout = CompiledLayout.Of(new PointLayout("input", facts, [], []));
            var value = layout.Root.Members[0].Shape;
            passed += value.Check is not null ? group.Tests.Count : 0;
            if (value.Obstacle is { } obstacle)
                asked[obstacle] = asked.GetValueOrDefault(obstacle) + group.Tests.Count;
            foreach (var test in group.Tests)
            {
                var failure = new FactReader().Read(layout, [.. "{\"value\":"u8, .. test.Value, .. "}"u8], new FactFrame());
                if (failure is null != test.Fits)
                    failures.Add($"{group.Name}, {test.Name}: {failure?.Detail ?? "fits"}");
            }
        }
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{tests - failures.Count:N0} of {tests:N0}, {carried} by the shape alone, {passed} in the pass, {asked.Values.Sum()} asked:"
            ));
        foreach (var (obstacle, count) in asked)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} for {obstacle}"));
        Assert.Equal((SchemaSuite.RequiredTests, ""), (tests, string.Join('\n', failures)));
    }
}
