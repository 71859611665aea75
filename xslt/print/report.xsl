<?xml version="1.0" encoding="UTF-8"?>
<!-- What no template knows is set as its content, and reported: “name⇥path”, a line for each element. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:print="urn:dragoman:print"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Every element that nodes.xsl, inlines.xsl, lists.xsl and telegram.xsl have a template for;
       a test asks of each name here that it is not set as unknown. -->
  <xsl:variable name="print:known" as="xs:string+" select="tokenize('
      ab abbr actor add address addrLine affiliation am app argument author back bibl biblScope birth body byline c caption
      castGroup castItem castList cb cell certainty choice cit closer corr country date dateline death del desc div div1 div2
      div3 div4 div5 div6 div7 docAuthor docDate docTitle editor emph epigraph ex expan figDesc figure floatingText foreign
      forename formula front fw g gap gb gloss graphic group head hi idno imprimatur index item l label lb lem lg list listApp
      listBibl measure measureGrp media mentioned metamark milestone monogr name nameLink note noteGrp num offset opener
      orgName orig p pb pc persName placeName postscript precision ptr publisher pubPlace q quote rdg rdgGrp ref reg region
      relatedItem resp respons respStmt restore retrace role roleDesc roleName row rs s said salute seg series settlement sic
      signed soCalled sp space speaker stage stamp street subst supplied surname surplus table term text time title titlePage
      titlePart trailer u unclear unit w')[. ne '']"/>

  <xsl:function name="print:report" as="xs:string">
    <xsl:param name="document" as="element()"/>
    <xsl:sequence select="string-join(
        $document/text//*[not(local-name() = $print:known and namespace-uri() = 'http://www.tei-c.org/ns/1.0')]
        ! (name() || '&#9;' || print:path(.)), '&#10;')"/>
  </xsl:function>

  <!-- /TEI/text[1]/body[1]/p[3]: names without prefix, position among those of the same name. -->
  <xsl:function name="print:path" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join($element/ancestor-or-self::* ! ('/' || name()
        || (if (parent::*) then '[' || 1 + count(let $name := node-name() return preceding-sibling::*[node-name() eq $name]) || ']' else '')))"/>
  </xsl:function>
</xsl:stylesheet>
