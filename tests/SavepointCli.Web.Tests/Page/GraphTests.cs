using SavepointCli.Web.Tests.Support;

namespace SavepointCli.Web.Tests.Page;

/// <summary>The graph of operators, drawn from made-up nodes by the page's own module.</summary>
[Collection(BrowserTests.Name)]
public sealed class GraphTests(Browser browser)
{
    /// <summary>Draws a graph of <c>count</c> operators, twenty to a layer, each reading from two of the layer before.</summary>
    private const string Draw = """
        async count => {
          const { graphView, layOut } = await import('/web/graph.js');
          const nodes = Array.from({ length: count }, (_, i) => ({
            id: `n${i}`, name: `operator ${i} -> sink ${i}`, state: 'RUNNING', detail: '× 4 · running',
            inputs: i < 20 ? [] : [{ id: `n${i - 20}`, label: 'HASH' }, { id: `n${i - 20 + (i % 20 === 19 ? -19 : 1)}`, label: 'FORWARD' }],
          }));
          const graph = graphView('Test graph');
          document.getElementById('main').replaceChildren(graph.element);
          graph.show(nodes);
          const { places } = layOut(nodes, false);
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          return {
            behind: nodes.every(node => node.inputs.every(input => places.get(input.id).x < places.get(node.id).x)),
            places: new Set([...places.values()].map(place => `${place.x} ${place.y}`)).size,
            drawn: document.querySelectorAll('.node').length,
          };
        }
        """;

    [BrowserFact]
    public async Task A_thousand_operators_are_laid_out_in_layers_and_only_those_in_sight_are_drawn()
    {
        await using var cluster = await WebCluster.StartAsync();
        await using var user = await browser.OpenAsync(cluster.Url);
        await user.GoToAsync("/jobs");

        var graph = await user.Page.EvaluateAsync<System.Text.Json.JsonElement>(Draw, 1000);

        graph.GetProperty("behind").GetBoolean().Should().BeTrue();
        graph.GetProperty("places").GetInt32().Should().Be(1000);
        graph.GetProperty("drawn").GetInt32().Should().Be(1000);
        for (var i = 0; i < 20; i++)
        {
            await user.Button("Zoom in").ClickAsync();
        }

        await user.Page.WaitForFunctionAsync("() => document.querySelectorAll('.node').length < 60");
        user.Complaints.Should().BeEmpty();
    }
}
