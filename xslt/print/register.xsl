<?xml version="1.0" encoding="UTF-8"?>
<!-- A register for the book. The order is that of the input: the keys of sorting are made in dragoman.entities.

     in   register[@kind] of dragoman.entities.register (no namespace);
          param language: the words in which lives are dated, see dates.xsl
     out  map { 'KIND.json': … } -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xmlns:print="urn:dragoman:print">

  <xsl:import href="../common/dates.xsl"/>

  <xsl:template match="/register" as="map(xs:string, xs:string)">
    <xsl:sequence select="map { @kind || '.json': serialize(map {
        'kind': string(@kind),
        'groups': array { group ! map {
            'letter': string(@letter),
            'entries': array { (entry | see) ! (if (self::see) then print:see(.) else print:entry(.)) } } } },
        map { 'method': 'json', 'indent': false() }) }"/>
  </xsl:template>

  <xsl:function name="print:entry" as="map(*)">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:sequence select="map {
        'id': string($entry/@id),
        'name': string(($entry/@heading, $entry/name)[1]),
        'lang': string(($entry/name/@xml:lang, '')[1]),
        'variants': array { $entry/variant[not(@type = 'abbreviation')] ! map { 'c': string(.), 'lang': string(@xml:lang) } },
        'abbreviations': array { $entry/variant[@type = 'abbreviation'] ! string() },
        'dates': string($entry/dates[1] ! d:life(.)),
        'offices': array { $entry/office ! string() },
        'glosses': array { distinct-values($entry/gloss ! normalize-space()) },
        'mentions': array { $entry/document/mention ! map {
            'at': ../@id || '#' || (@anchor[. ne ''], @paragraph[. ne ''])[1], 'likely': @cert = 'likely' } } }"/>
  </xsl:function>

  <xsl:function name="print:see" as="map(*)">
    <xsl:param name="see" as="element(see)"/>
    <xsl:sequence select="map { 'see': string($see), 'name': string($see/@name), 'target': string($see/@target) }"/>
  </xsl:function>
</xsl:stylesheet>
