using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace SavepointCli.Engine.Hosting;

/// <summary>The URL of the REST server, known once it listens.</summary>
internal sealed class ServerUrl(IServer server, ListenAddress address)
{
    /// <summary>The URL with the port that was bound, without path.</summary>
    public Uri Value => address.UrlWith(new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()).Port);

    /// <summary>The same as text without a slash at the end.</summary>
    public string Text => Value.GetLeftPart(UriPartial.Authority);
}
